package io.cliprelay.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A worker that dies anywhere costs neither a post nor the bytes that the platform already has. */
class WorkerCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long MEBIBYTE = 1 << 20;

    private static RunningSystem system;

    @BeforeAll
    static void start() {
        system = RunningSystem.start();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aWorkerKilledInTheMiddleOfAnUploadResumesFromThePlatformsOffset() {
        Path video = SampleVideo.write(system.folder().resolve("long.mp4"), 64);
        long before = system.sandbox().mediaBytesReceived();
        system.sandbox().fault("upload-chunk", Map.of("type", "throttle", "bytesPerSecond", 16 * MEBIBYTE));
        UUID clip = system.submit(video, "Killed in the middle", Optional.empty());
        await().atMost(PATIENCE).until(() -> system.sandbox().mediaBytesReceived() - before > 24 * MEBIBYTE);

        system.stack().kill(RunningSystem.WORKER);
        system.stack().restart(RunningSystem.WORKER);

        system.awaitState(clip, UploadState.PUBLISHED, PATIENCE);
        assertThat(system.sandbox().postsTitled("Killed in the middle"))
                .singleElement()
                .satisfies(post -> assertThat(post.sha256()).isEqualTo(SampleVideo.sha256(video)));
        assertThat(system.sandbox().mediaBytesReceived() - before)
                .as("bytes that the sandbox received for a file of 64 MiB")
                .isLessThan((long) (64 * MEBIBYTE * 1.2));
    }

    @Test
    void aWorkerKilledAfterTheLastByteDoesNotPostAgain() {
        Path video = SampleVideo.write(system.folder().resolve("short.mp4"), 2);
        // The platform has the video and the worker never hears of it: the answer is held back until after the kill.
        system.sandbox().fault("upload-chunk", Map.of("type", "cut-after-effect"));
        system.sandbox().fault("upload-query", 50, Map.of("type", "delay", "millis", 20_000));
        UUID clip = system.submit(video, "Killed after the end", Optional.empty());
        await().atMost(PATIENCE)
                .until(() ->
                        system.sandbox().postsTitled("Killed after the end").size() == 1);

        system.stack().kill(RunningSystem.WORKER);
        system.sandbox().clearFaults();
        system.stack().restart(RunningSystem.WORKER);

        system.awaitState(clip, UploadState.PUBLISHED, PATIENCE);
        assertThat(system.sandbox().postsTitled("Killed after the end")).hasSize(1);
    }

    @Test
    void aWorkerThatIsStoppedInGoodOrderHandsOverWithinTenSeconds() {
        Path video = SampleVideo.write(system.folder().resolve("handed-over.mp4"), 48);
        long before = system.sandbox().mediaBytesReceived();
        system.sandbox().fault("upload-chunk", Map.of("type", "throttle", "bytesPerSecond", 8 * MEBIBYTE));
        UUID clip = system.submit(video, "Handed over", Optional.empty());
        await().atMost(PATIENCE).until(() -> system.sandbox().mediaBytesReceived() - before > 8 * MEBIBYTE);

        ProcessHandle worker =
                ProcessHandle.of(system.stack().pid(RunningSystem.WORKER)).orElseThrow();
        worker.destroy();
        await("SIGTERM ends the worker").atMost(Duration.ofSeconds(12)).until(() -> !worker.isAlive());
        system.stack().restart(RunningSystem.WORKER);

        system.awaitState(clip, UploadState.PUBLISHED, PATIENCE);
        assertThat(system.sandbox().postsTitled("Handed over")).hasSize(1);
        assertThat(system.sandbox().mediaBytesReceived() - before).isLessThan((long) (48 * MEBIBYTE * 1.2));
    }
}
