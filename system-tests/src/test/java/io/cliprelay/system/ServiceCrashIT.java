package io.cliprelay.system;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.cli.api.GatewayException;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.upload.UploadState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A service is killed between the steps of clips' paths: each clip that was accepted goes live, and goes live once. */
class ServiceCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CLIPS = 12;
    private static final int REPEATED = 150;

    private static RunningSystem system;
    private static Path video;

    /** How far the clips are when the service dies. */
    enum Moment {
        RIGHT_AFTER_THE_ANSWER,
        WHEN_THE_FIRST_IS_QUEUED,
        WHEN_THE_FIRST_IS_LIVE
    }

    static Stream<Arguments> deaths() {
        return Stream.of(StackPart.GATEWAY, StackPart.SCHEDULER, RunningSystem.WORKER)
                .flatMap(service -> Stream.of(Moment.values()).map(moment -> Arguments.of(service, moment)));
    }

    @BeforeAll
    static void start() {
        system = RunningSystem.start();
        video = SampleVideo.write(system.folder().resolve("small.mp4"), 1);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void everyAcceptedClipGoesLiveOnceWhenAServiceIsKilled(String service, Moment moment) {
        String name = service + " " + moment;
        // Half of them are still waiting for their time when the service dies.
        List<UUID> clips = IntStream.range(0, CLIPS)
                .mapToObj(n -> system.submit(video, title(name, n), n % 2 == 0 ? Optional.empty() : soon()))
                .toList();
        awaitMoment(moment, clips, name);

        system.stack().kill(service);
        system.stack().restart(service);

        clips.forEach(clip -> system.awaitState(clip, UploadState.PUBLISHED, PATIENCE));
        assertThat(IntStream.range(0, CLIPS).mapToObj(n -> posts(title(name, n))))
                .containsOnly(1);
    }

    @Test
    void aSubmissionRepeatedUntilAnsweredMakesOneClipThoughTheGatewayIsKilledMeanwhile() {
        // On a thread of its own: the common pool may have one only, and process handles need it.
        CompletableFuture<List<UUID>> submissions = CompletableFuture.supplyAsync(
                () -> IntStream.range(0, REPEATED)
                        .mapToObj(n -> submitUntilAnswered(title("repeated", n)))
                        .toList(),
                Thread.ofVirtual()::start);
        await().atMost(PATIENCE).until(() -> posts(title("repeated", 0)) == 1);

        system.stack().kill(StackPart.GATEWAY);
        system.stack().restart(StackPart.GATEWAY);

        submissions.join().forEach(clip -> system.awaitState(clip, UploadState.PUBLISHED, PATIENCE));
        assertThat(IntStream.range(0, REPEATED).mapToObj(n -> posts(title("repeated", n))))
                .containsOnly(1);
    }

    private static void awaitMoment(Moment moment, List<UUID> clips, String name) {
        switch (moment) {
            case RIGHT_AFTER_THE_ANSWER -> {}
            case WHEN_THE_FIRST_IS_QUEUED ->
                await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> system.upload(clips.getFirst())
                        .filter(upload -> upload.state() != UploadState.SCHEDULED)
                        .isPresent());
            case WHEN_THE_FIRST_IS_LIVE ->
                await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> posts(title(name, 0)) == 1);
        }
    }

    /** What a careful client does: the same body under the same key until there is an answer. */
    private static UUID submitUntilAnswered(String title) {
        String key = UUID.randomUUID().toString();
        ClipSubmission submission = RunningSystem.submission(video, title, Optional.empty());
        AtomicReference<UUID> clip = new AtomicReference<>();
        await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(GatewayException.class)
                .until(() -> {
                    clip.set(system.gateway().submit(submission, key).id());
                    return true;
                });
        return clip.get();
    }

    private static Optional<Instant> soon() {
        return Optional.of(Instant.now().plusSeconds(5));
    }

    private static int posts(String title) {
        return system.sandbox().postsTitled(title).size();
    }

    private static String title(String name, int n) {
        return "Clip " + n + ", " + name;
    }
}
