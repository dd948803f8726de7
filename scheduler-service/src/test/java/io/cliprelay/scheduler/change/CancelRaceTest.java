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
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
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

    private static final int CLIPS = 2500;
    private static final int AT_ONCE = 16;
    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");
    /** Within this time both the job falls due and its cancel comes, either first. */
    private static final int SPAN_MS = 150;
    /** How long all of it may take on the slowest machine; nothing is decided by it. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String DUE_IN = """
            update job set due_at = scheduler_now() + $2 * interval '1 millisecond' where upload_id = $1
            """;

    /** No worker answers here. */
    private static final String ORDERED = "select upload_id from job where upload_id = any($1) and state = 'QUEUED'";

    private static final String CANCELLED = """
            select upload_id from job_done where upload_id = any($1) and state = 'CANCELLED'
            """;

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
        List<ClipSubmitted> clips =
                IntStream.range(0, CLIPS).mapToObj(n -> Clips.dueAt(FAR)).toList();
        each(clips, this::add);

        each(clips, this::race);

        Set<UUID> won = uploads(clips, true);
        Set<UUID> lost = uploads(clips, false);
        assertThat(won).as("cancels that won").isNotEmpty();
        assertThat(lost).as("cancels that lost").isNotEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(commanded()).containsAll(lost));
        assertThat(commanded()).doesNotContainAnyElementsOf(won);
        assertThat(those(ORDERED, clips)).isEqualTo(lost);
        assertThat(those(CANCELLED, clips)).isEqualTo(won);
        assertThat(answers.values()).hasSize(CLIPS).allSatisfy(answer -> assertThat(answer.uploads())
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

    /** By the database's clock and from its own start on, so that a slow machine has it as close as a fast one. */
    private Uni<Void> race(ClipSubmitted clip) {
        Random random = new Random(clip.clipId().getLeastSignificantBits());
        return dueIn(clip, random.nextInt(SPAN_MS))
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(1L + random.nextInt(SPAN_MS)))
                .chain(() -> cancel(clip));
    }

    private Uni<Void> dueIn(ClipSubmitted clip, int millis) {
        UUID upload = Clips.only(clip).uploadId();
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(DUE_IN)
                .execute(Tuple.of(upload, millis))
                .chain(() -> jobs.dueSooner(transaction, Instant.now())));
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

    private Set<UUID> uploads(List<ClipSubmitted> clips, boolean done) {
        return clips.stream()
                .filter(clip -> answers.get(clip.clipId()).uploads().getFirst().done() == done)
                .map(clip -> clip.uploads().getFirst().uploadId())
                .collect(Collectors.toSet());
    }

    private Set<UUID> those(String sql, List<ClipSubmitted> clips) {
        UUID[] uploads = clips.stream().map(clip -> Clips.only(clip).uploadId()).toArray(UUID[]::new);
        return StreamSupport.stream(
                        pool.preparedQuery(sql)
                                .execute(Tuple.of((Object) uploads))
                                .await()
                                .atMost(PATIENCE)
                                .spliterator(),
                        false)
                .map(row -> row.getUUID("upload_id"))
                .collect(Collectors.toSet());
    }

    private Set<UUID> commanded() {
        return stage.commands.all().stream()
                .map(command -> UUID.fromString(command.subject()))
                .collect(Collectors.toSet());
    }
}
