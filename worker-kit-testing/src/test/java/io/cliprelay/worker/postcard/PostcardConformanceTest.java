package io.cliprelay.worker.postcard;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.office.PostOfficeResource;
import io.cliprelay.worker.testing.ContractProfile;
import io.cliprelay.worker.testing.PlatformUploaderContract;
import io.cliprelay.worker.testing.Subject;

/** All that has to be proved of a new platform's worker. */
@QuarkusTest
@TestProfile(PostcardConformanceTest.WithPostOffice.class)
public class PostcardConformanceTest extends PlatformUploaderContract {

    @Override
    protected Subject subject() {
        return new Subject("postcard", "demo", 150_123, Privacy.PUBLIC, Map.of());
    }

    /** Two ranges: as few steps as a toy needs. */
    @Override
    protected int expectedRuns() {
        return 60;
    }

    /** The platform is not in the sandbox but in these tests. */
    public static class WithPostOffice extends ContractProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(LocalStackResource.class), new TestResourceEntry(PostOfficeResource.class));
        }
    }
}
