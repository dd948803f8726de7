package io.cliprelay.analytics.fact;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.clip.ClipCancelled;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.clip.ClipPaused;
import io.cliprelay.contracts.clip.ClipResumed;
import io.cliprelay.contracts.clip.ClipRevised;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.UploadRetryRequested;
import io.cliprelay.contracts.clip.UploadSettled;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;

/** What an event teaches; plain functions. */
public record Lesson(List<UploadFact> facts, List<FailedAttempt> failures) {

    public Lesson {
        facts = List.copyOf(facts);
        failures = List.copyOf(failures);
    }

    /** What some events teach together. */
    public static Lesson of(Stream<Lesson> lessons) {
        List<Lesson> all = lessons.toList();
        return new Lesson(
                all.stream().flatMap(lesson -> lesson.facts.stream()).toList(),
                all.stream().flatMap(lesson -> lesson.failures.stream()).toList());
    }

    /** The same, piece by piece. */
    public Stream<Lesson> parts() {
        return Stream.concat(
                facts.stream().map(Lesson::of),
                failures.stream().map(failed -> new Lesson(List.of(), List.of(failed))));
    }

    /** Of a clip's uploads. */
    public static Lesson ofClip(EventEnvelope<ClipEvent> event) {
        return switch (event.data()) {
            case ClipSubmitted submitted ->
                new Lesson(
                        submitted.uploads().stream()
                                .map(upload -> submitted(event.tenant(), submitted, upload))
                                .toList(),
                        List.of());
            // What comes of these comes back as the uploads' own events.
            case ClipRevised revised -> nothing();
            case ClipCancelled cancelled -> nothing();
            case ClipPaused paused -> nothing();
            case ClipResumed resumed -> nothing();
            case UploadRetryRequested requested -> nothing();
            case UploadSettled settled -> nothing();
        };
    }

    /** Of an upload's way. */
    public static Lesson ofUpload(EventEnvelope<UploadEvent> event) {
        UploadFact known = UploadFact.of(event.tenant(), event.data().upload());
        return switch (event.data()) {
            case UploadEvent.Queued queued -> of(queued(known, queued, event.time()));
            case UploadEvent.Started started -> of(known.started(new Start(started.attempt(), event.time())));
            case UploadEvent.Processing processing ->
                of(known.attempt(processing.attempt()).accepted(event.time()));
            case UploadEvent.Drafted drafted ->
                of(known.attempt(drafted.attempt())
                        .ended(Outcome.without(drafted.state().orElseThrow(), event.time())));
            case UploadEvent.Published published ->
                of(known.attempt(published.attempt()).ended(Outcome.published(event.time(), published.publication())));
            case UploadEvent.AttemptFailed failed ->
                new Lesson(
                        List.of(known.attempt(failed.attempt())),
                        List.of(FailedAttempt.of(
                                event.tenant(), failed.upload(), failed.attempt(), event.time(), failed.failure())));
            case UploadEvent.Failed failed ->
                new Lesson(
                        List.of(known.attempt(failed.attempt()).ended(Outcome.failed(event.time(), failed.failure()))),
                        List.of(FailedAttempt.of(
                                event.tenant(), failed.upload(), failed.attempt(), event.time(), failed.failure())));
            case UploadEvent.Unconfirmed unconfirmed -> of(known.attempt(unconfirmed.attempt()));
            case UploadEvent.RetryScheduled retry -> of(known.attempt(retry.attempt()));
            case UploadEvent.Held held -> of(known.attempt(held.attempt()));
            case UploadEvent.Scheduled scheduled -> of(scheduled(known, scheduled, event.time()));
            case UploadEvent.Cancelled cancelled ->
                of(known.attempt(cancelled.attempt())
                        .ended(Outcome.without(cancelled.state().orElseThrow(), event.time())));
        };
    }

    /** Of what a post has come to. */
    public static Lesson ofPost(EventEnvelope<PostEvent> event) {
        UploadFact known = UploadFact.of(event.tenant(), event.data().upload());
        return switch (event.data()) {
            case PostEvent.Measured told ->
                of(known.read(new Reading(told.readAt(), told.views(), told.likes(), told.comments(), told.shares())));
            case PostEvent.Missing gone -> of(known.missing(gone.readAt()));
        };
    }

    private static UploadFact submitted(String tenant, ClipSubmitted clip, PlannedUpload upload) {
        UploadRef ref = new UploadRef(upload.uploadId(), clip.clipId(), upload.platform(), upload.accountId());
        return UploadFact.of(tenant, ref)
                .submitted(new Submission(
                        clip.submittedAt(),
                        upload.dueAt(),
                        upload.content().title(),
                        upload.content().tags()));
    }

    private static UploadFact scheduled(UploadFact known, UploadEvent.Scheduled scheduled, Instant said) {
        return scheduled.attempt() == 0
                ? known.due(new Due(scheduled.dueAt(), said))
                : known.attempt(scheduled.attempt());
    }

    /** A later attempt's due instant is the scheduler's choice, not what was wished. */
    private static UploadFact queued(UploadFact known, UploadEvent.Queued queued, Instant said) {
        UploadFact attempted = known.attempt(queued.attempt());
        return queued.attempt() == 1 ? attempted.due(new Due(queued.dueAt(), said)) : attempted;
    }

    private static Lesson of(UploadFact fact) {
        return new Lesson(List.of(fact), List.of());
    }

    private static Lesson nothing() {
        return new Lesson(List.of(), List.of());
    }
}
