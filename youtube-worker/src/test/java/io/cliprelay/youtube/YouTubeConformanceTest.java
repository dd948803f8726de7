package io.cliprelay.youtube;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.worker.testing.ContractProfile;
import io.cliprelay.worker.testing.Meter;
import io.cliprelay.worker.testing.PlatformUploaderContract;
import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.worker.testing.Subject;
import io.cliprelay.youtube.testing.SandboxResource;

/** YouTube keeps the promise, with its file sent in chunks. */
@QuarkusTest
@TestProfile(YouTubeConformanceTest.InChunks.class)
class YouTubeConformanceTest extends PlatformUploaderContract {

    private static final int BLOCK = 256 * 1024;

    @Override
    protected Subject subject() {
        return new Subject("youtube", "demo", 5 * BLOCK + 1234, Privacy.UNLISTED, Map.of())
                .metered(
                        Meter.ofCalls("uploads", "session-start"),
                        Meter.ofCalls("units", "videos-list", "channels-list", "playlist-items"));
    }

    @Override
    protected void prepare(Sandbox sandbox) {
        sandbox.set("{\"uploadsPlaylistLag\":\"PT0S\",\"uploadsPerDay\":10000}");
    }

    /** Five chunks and a rest. */
    public static class InChunks extends ContractProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.putAll(SandboxResource.LIFTED_LIMITS);
            settings.put("cliprelay.youtube.upload.chunk-size", "256K");
            return Map.copyOf(settings);
        }
    }
}
