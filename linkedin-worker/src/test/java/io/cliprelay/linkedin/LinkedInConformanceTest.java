package io.cliprelay.linkedin;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.linkedin.testing.LinkedInDesk;
import io.cliprelay.worker.testing.ContractProfile;
import io.cliprelay.worker.testing.Meter;
import io.cliprelay.worker.testing.PlatformUploaderContract;
import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.worker.testing.Subject;

/**
 * LinkedIn keeps the promise for a member, whose posts cannot be listed. The member has a refresh token, as some runs
 * kill the access token.
 */
@QuarkusTest
@TestProfile(LinkedInConformanceTest.AsMember.class)
class LinkedInConformanceTest extends PlatformUploaderContract {

    private static final int PART = 4 * 1024 * 1024;
    private static final String ACCOUNT = "cliprelay.linkedin.accounts.member.";

    @Override
    protected Subject subject() {
        return new Subject("linkedin", "member", 2 * PART + 1234, Privacy.PUBLIC, Map.of()).metered(meters());
    }

    @Override
    protected void prepare(Sandbox sandbox) {
        new LinkedInDesk(sandbox).liftLimits();
    }

    /** Both limits count every versioned call. */
    static Meter[] meters() {
        String[] calls = {"initialize-upload", "finalize-upload", "get-video", "create-post", "find-posts", "get-post"};
        return new Meter[] {Meter.ofCalls("member-calls", calls), Meter.ofCalls("app-calls", calls)};
    }

    /** The administrator of the demo's page, as the member that it is. */
    public static class AsMember extends ContractProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.putAll(LinkedInDesk.LIFTED_LIMITS);
            settings.put(ACCOUNT + "refresh-token", "sandbox-refresh-page-admin");
            settings.put(ACCOUNT + "external-id", "urn:li:person:9Xc1Lm3k");
            return Map.copyOf(settings);
        }
    }
}
