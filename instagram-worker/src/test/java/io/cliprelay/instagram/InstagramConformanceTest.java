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

/** Instagram keeps the promise. */
@QuarkusTest
@TestProfile(InstagramConformanceTest.WithLiftedLimits.class)
class InstagramConformanceTest extends PlatformUploaderContract {

    private static final int SIZE = 1_234_567;

    @Override
    protected Subject subject() {
        return new Subject("instagram", "demo", SIZE, Privacy.PUBLIC, Map.of("comments", "false"))
                .metered(Meter.ofCalls("containers", "container-create"), Meter.ofCalls("publishes", "publish"));
    }

    /**
     * Whether a container can be published twice is not documented. The suite holds a request back until another replica
     * has proved that it never arrived, which in its quickened time is moments, and lets it arrive then: against that, only
     * the container itself can help. Everything else is held by tests with a sandbox that makes a second post.
     */
    @Override
    protected void prepare(Sandbox sandbox) {
        new InstagramDesk(sandbox.url())
                .set("{\"quotaTotal\":10000,\"containersPerDay\":10000,\"secondPublish\":\"REFUSED\"}");
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
