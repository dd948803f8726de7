package io.cliprelay.scheduler.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.clip.ClipCancelled;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;
import io.cliprelay.scheduler.job.JobStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Cancels at about the instant at which their clips are due, thousands of times. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CancelRaceTest {

    private static final int CLIPS = 2000;
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Inject
    JobStore jobs;

    @Inject
    ClipChanges changes;

    private final Map<UUID, ChangeAnswer> answers = new ConcurrentHashMap<>();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void noClipIsOrderedWhoseCancelWonAndEachIsWhoseCancelLost() {
        // Over a time that is longer than it takes to add them: some are out by then, and most are not.
        Instant start = Instant.now().plusSeconds(1);
        List<ClipSubmitted> clips = IntStream.range(0, CLIPS)
                .mapToObj(n -> Clips.dueAt(start.plusMillis(10L * n)))
                .toList();
        each(clips, this::add);

        each(clips, this::cancelAboutThen);

        Set<UUID> won = uploads(clips, true);
        Set<UUID> lost = uploads(clips, false);
        assertThat(won).as("cancels that won").isNotEmpty();
        assertThat(lost).as("cancels that lost").isNotEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ordered()).containsAll(lost));
        assertThat(ordered()).doesNotContainAnyElementsOf(won);
        assertThat(answers.values()).allSatisfy(answer -> assertThat(answer.uploads())
                .singleElement()
                .satisfies(upload -> assertThat(upload.state())
                        .isEqualTo(upload.done() ? UploadState.CANCELLED : UploadState.QUEUED)));
    }

    private void each(List<ClipSubmitted> clips, Function<ClipSubmitted, Uni<Void>> work) {
        Multi.createFrom()
                .iterable(clips)
                .onItem()
                .transformToUni(work::apply)
                .merge(AT_ONCE)
                .collect()
                .last()
                .await()
                .atMost(PATIENCE);
    }

    private Uni<Void> add(ClipSubmitted clip) {
        return pool.withTransaction(transaction ->
                jobs.add(transaction, Clips.TENANT, clip, Optional.empty()).replaceWithVoid());
    }

    private Uni<Void> cancelAboutThen(ClipSubmitted clip) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(untilAbout(clip))
                .chain(() -> cancel(clip));
    }

    private Uni<Void> cancel(ClipSubmitted clip) {
        EventEnvelope<ClipEvent> change = EventEnvelope.of(
                "/test",
                clip.clipId().toString(),
                Clips.TENANT,
                Instant.now(),
                new ClipCancelled(clip.clipId(), Instant.now()));
        return changes.make(change)
                .invoke(answer -> answers.put(clip.clipId(), answer))
                .replaceWithVoid();
    }

    private static Duration untilAbout(ClipSubmitted clip) {
        long jitter = new Random(clip.clipId().getLeastSignificantBits()).nextInt(-15, 16);
        Duration wait = Duration.between(
                Instant.now(), clip.uploads().getFirst().dueAt().plusMillis(jitter));
        return wait.compareTo(Duration.ofMillis(1)) > 0 ? wait : Duration.ofMillis(1);
    }

    private Set<UUID> uploads(List<ClipSubmitted> clips, boolean done) {
        return clips.stream()
                .filter(clip -> answers.get(clip.clipId()).uploads().getFirst().done() == done)
                .map(clip -> clip.uploads().getFirst().uploadId())
                .collect(Collectors.toSet());
    }

    private Set<UUID> ordered() {
        return stage.commands.all().stream()
                .map(command -> UUID.fromString(command.subject()))
                .collect(Collectors.toSet());
    }
}
