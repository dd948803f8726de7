package io.cliprelay.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.UploadView;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One clip for every platform, through the packaged workers. */
class AllPlatformsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PLATFORMS = List.of("instagram", "linkedin", "tiktok", "youtube");
    private static final Set<String> WORKERS =
            Set.of("instagram-worker", "linkedin-worker", "tiktok-worker", "youtube-worker");

    @Test
    void aClipGoesLiveOnceOnEachPlatformWithTheBytesOfItsFile() {
        try (RunningSystem system = RunningSystem.start(options -> options.withWorkers(WORKERS))) {
            Path video = SampleVideo.write(system.folder().resolve("everywhere.mp4"), 1);

            UUID clip = system.gateway()
                    .submit(everywhere(video, "Everywhere"), UUID.randomUUID().toString())
                    .id();
            await().atMost(PATIENCE).until(() -> system.gateway().clip(clip).isPublished());

            ClipView published = system.gateway().clip(clip);
            assertThat(published.uploads())
                    .hasSize(PLATFORMS.size())
                    .extracting(UploadView::permalink)
                    .doesNotContain(Optional.empty());
            assertThat(published.uploads()).extracting(UploadView::target).allSatisfy(target -> assertThat(target)
                    .endsWith("demo"));
            assertThat(system.sandbox().posts())
                    .hasSize(PLATFORMS.size())
                    .extracting(Sandbox.Post::sha256)
                    .containsOnly(SampleVideo.sha256(video));
        }
    }

    /** Each platform's own default privacy: not all know all. */
    private static ClipSubmission everywhere(Path media, String title) {
        return new ClipSubmission(
                Optional.of(media.toUri()),
                Optional.empty(),
                Optional.of(title),
                Optional.empty(),
                List.of("test"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PLATFORMS.stream().map(AllPlatformsIT::target).toList());
    }

    private static Target target(String platform) {
        return new Target(
                Optional.of(platform),
                Optional.of("demo"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
