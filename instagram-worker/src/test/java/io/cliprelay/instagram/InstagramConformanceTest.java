package io.cliprelay.instagram;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.instagram.testing.InstagramDesk;
import io.cliprelay.instagram.testing.SandboxResource;
import io.cliprelay.worker.testing.ContractProfile;
import io.cliprelay.worker.testing.Meter;
import io.cliprelay.worker.testing.PlatformUploaderContract;
import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.worker.testing.Subject;

/** Instagram keeps the promise, also where it would make a second post of a container that is published twice. */
@QuarkusTest
@TestProfile(InstagramConformanceTest.WithLiftedLimits.class)
class InstagramConformanceTest extends PlatformUploaderContract {

    private static final int SIZE = 1_234_567;

    @Override
    protected Subject subject() {
        return new Subject("instagram", "demo", SIZE, Privacy.PUBLIC, Map.of("comments", "false"))
                .metered(Meter.ofCalls("containers", "container-create"), Meter.ofCalls("publishes", "publish"));
    }

    /** What comes of publishing a container twice is not documented. The worst is assumed: a second post. */
    @Override
    protected void prepare(Sandbox sandbox) {
        publishingAgain(sandbox, "NEW_POST");
    }

    /**
     * One run needs the container's help. A replica is overtaken while its call to publish is on the way, and the call
     * arrives after another replica has looked for the post in vain for as long as lists may lag, and has published.
     * Nothing that the worker can do takes back what has left it. What it does is to give that no time: the intent, with
     * its fencing, is committed right before the call; a replica that loses its lease breaks the connection; a second call
     * is made two minutes after the first at the earliest, where this suite waits for moments.
     */
    @Override
    protected void prepareForLateArrival(Sandbox sandbox, String operation) {
        if (operation.endsWith("/media_publish")) {
            publishingAgain(sandbox, "REFUSED");
        }
    }

    private static void publishingAgain(Sandbox sandbox, String outcome) {
        String settings = """
                {"quotaTotal":10000,"containersPerDay":10000,"processingTime":"PT0.1S","secondPublish":"%s"}""";
        new InstagramDesk(sandbox.url()).set(settings.formatted(outcome));
    }

    /** So many Reels as the suite needs. */
    public static class WithLiftedLimits extends ContractProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.putAll(SandboxResource.LIFTED_LIMITS);
            return Map.copyOf(settings);
        }
    }
}
