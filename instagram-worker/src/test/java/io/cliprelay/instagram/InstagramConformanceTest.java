package io.cliprelay.instagram;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.instagram.testing.InstagramDesk;
import io.cliprelay.worker.testing.ContractProfile;
import io.cliprelay.worker.testing.PlatformUploaderContract;
import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.worker.testing.Subject;

/** Instagram keeps the promise. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class InstagramConformanceTest extends PlatformUploaderContract {

    private static final int SIZE = 1_234_567;

    @Override
    protected Subject subject() {
        return new Subject("instagram", "demo", SIZE, Privacy.PUBLIC, Map.of());
    }

    @Override
    protected void prepare(Sandbox sandbox) {
        new InstagramDesk(sandbox.url()).set("{\"quotaTotal\":10000,\"containersPerDay\":10000}");
    }
}
