package io.cliprelay.scheduler.retry;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.job.Job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class JobChangeTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final UploadRef UPLOAD =
            new UploadRef(UUID.randomUUID(), UUID.randomUUID(), Clips.PLATFORM, UUID.randomUUID());
    private static final UploadFailure FAILURE = new UploadFailure.Transient(Clips.reason());
    private static final int RUNNING = 2;

    static Stream<Arguments> events() {
        return Stream.of(
                arguments(UploadState.QUEUED, started(RUNNING), moved(UploadState.UPLOADING)),
                arguments(UploadState.UPLOADING, processing(), moved(UploadState.PROCESSING)),
                arguments(UploadState.UPLOADING, unconfirmed(), moved(UploadState.UNCONFIRMED)),
                arguments(UploadState.PROCESSING, published(), new JobChange.Ended(UploadState.PUBLISHED)),
                arguments(UploadState.UPLOADING, attemptFailed(RUNNING), new JobChange.AttemptOver(FAILURE)),
                arguments(UploadState.UNCONFIRMED, attemptFailed(RUNNING), new JobChange.AttemptOver(FAILURE)),
                // Said twice under two ids, as a worker may after a crash.
                arguments(UploadState.UPLOADING, started(RUNNING), nothing()),
                arguments(UploadState.RETRY_WAIT, attemptFailed(RUNNING), nothing()),
                arguments(UploadState.HELD, attemptFailed(RUNNING), nothing()),
                // Of an attempt that is over.
                arguments(UploadState.QUEUED, started(RUNNING - 1), nothing()),
                arguments(UploadState.UPLOADING, attemptFailed(RUNNING - 1), nothing()),
                // Of one whose order was forgotten: somebody gave it.
                arguments(UploadState.RETRY_WAIT, started(RUNNING + 1), moved(UploadState.UPLOADING)),
                arguments(UploadState.HELD, attemptFailed(RUNNING + 1), new JobChange.AttemptOver(FAILURE)),
                arguments(UploadState.FAILED, started(RUNNING + 1), nothing()),
                // Nothing follows an end.
                arguments(UploadState.FAILED, published(), nothing()),
                arguments(UploadState.PUBLISHED, attemptFailed(RUNNING), nothing()),
                // Live is live, even where a step before went to the dead letters.
                arguments(UploadState.QUEUED, published(), new JobChange.Ended(UploadState.PUBLISHED)),
                arguments(UploadState.RETRY_WAIT, published(), new JobChange.Ended(UploadState.PUBLISHED)),
                // What the scheduler itself said.
                arguments(UploadState.QUEUED, new UploadEvent.Queued(UPLOAD, RUNNING, NOW), nothing()),
                arguments(UploadState.QUEUED, new UploadEvent.RetryScheduled(UPLOAD, RUNNING, FAILURE, NOW), nothing()),
                arguments(UploadState.QUEUED, new UploadEvent.Failed(UPLOAD, RUNNING, FAILURE), nothing()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("events")
    void anEventMovesAJobForwardOrNotAtAll(UploadState now, UploadEvent event, JobChange expected) {
        assertThat(JobChange.of(job(now), event)).isEqualTo(expected);
    }

    private static Job job(UploadState state) {
        return new Job(
                UPLOAD,
                Clips.TENANT,
                state,
                NOW,
                Priority.NORMAL,
                RUNNING,
                1,
                0,
                Optional.of(NOW),
                Clips.content(),
                Optional.empty(),
                Optional.empty(),
                NOW);
    }

    private static JobChange nothing() {
        return new JobChange.None();
    }

    private static JobChange moved(UploadState to) {
        return new JobChange.Moved(to);
    }

    private static UploadEvent started(int attempt) {
        return new UploadEvent.Started(UPLOAD, attempt);
    }

    private static UploadEvent processing() {
        return new UploadEvent.Processing(UPLOAD, RUNNING, Optional.of("post"));
    }

    private static UploadEvent unconfirmed() {
        return new UploadEvent.Unconfirmed(UPLOAD, RUNNING, FAILURE);
    }

    private static UploadEvent published() {
        UploadEvent.Publication live = new UploadEvent.Publication("post", URI.create("https://example.com/post"), NOW);
        return new UploadEvent.Published(UPLOAD, RUNNING, live, NOW);
    }

    private static UploadEvent attemptFailed(int attempt) {
        return new UploadEvent.AttemptFailed(UPLOAD, attempt, FAILURE);
    }
}
