package io.cliprelay.linkedin;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.linkedin.testing.LinkedInDesk;
import io.cliprelay.worker.testing.PlatformUploaderContract;
import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.worker.testing.Subject;

/** LinkedIn keeps the promise for an organisation, whose posts can be listed, with a video of three parts. */
@QuarkusTest
@TestProfile(LinkedInConformanceTest.AsMember.class)
class PageConformanceTest extends PlatformUploaderContract {

    private static final int PART = 4 * 1024 * 1024;

    @Override
    protected Subject subject() {
        return new Subject("linkedin", "demo-page", 2 * PART + 1234, Privacy.PUBLIC, Map.of())
                .metered(LinkedInConformanceTest.meters());
    }

    @Override
    protected void prepare(Sandbox sandbox) {
        new LinkedInDesk(sandbox).liftLimits();
    }
}
