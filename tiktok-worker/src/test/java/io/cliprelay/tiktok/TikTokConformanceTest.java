package io.cliprelay.tiktok;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.tiktok.testing.TikTokDesk;
import io.cliprelay.worker.testing.ContractProfile;
import io.cliprelay.worker.testing.Meter;
import io.cliprelay.worker.testing.PlatformUploaderContract;
import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.worker.testing.Subject;

/** TikTok keeps the promise, with its file sent in chunks. */
@QuarkusTest
@TestProfile(TikTokConformanceTest.InChunks.class)
class TikTokConformanceTest extends PlatformUploaderContract {

    private static final int SMALLEST_CHUNK = 5 * 1024 * 1024;

    @Override
    protected Subject subject() {
        return new Subject("tiktok", "demo", 3 * SMALLEST_CHUNK + 1234, Privacy.PUBLIC, Map.of())
                .metered(
                        Meter.ofCalls("beginnings", "init"),
                        Meter.ofCalls("creator-infos", "creator-info"),
                        Meter.ofCalls("statuses", "status"));
    }

    @Override
    protected void prepare(Sandbox sandbox) {
        TikTokDesk desk = new TikTokDesk(sandbox);
        desk.liftLimits();
        // Long enough to be asked for more than once.
        desk.set("{\"processingTime\":\"PT0.1S\"}");
    }

    /** Two chunks. */
    public static class InChunks extends ContractProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.putAll(TikTokDesk.LIFTED_LIMITS);
            settings.put("cliprelay.tiktok.largest-whole", "5M");
            settings.put("cliprelay.tiktok.upload.chunk-size", "5M");
            return Map.copyOf(settings);
        }
    }
}
