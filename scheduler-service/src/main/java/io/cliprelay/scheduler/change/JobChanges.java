package io.cliprelay.scheduler.change;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.clip.ClipRevised;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.UploadRetryRequested;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.scheduler.hold.DatabaseClock;
import io.cliprelay.scheduler.hold.WaitingJob;
import io.cliprelay.scheduler.job.Job;
import io.cliprelay.scheduler.job.JobEvents;
import io.cliprelay.scheduler.job.JobStore;
import io.cliprelay.scheduler.job.Placements;
import io.cliprelay.scheduler.time.Placement;

/** Carries out what was decided about the jobs of a clip, which are held, and tells of it. */
@ApplicationScoped
class JobChanges {

    private static final Reason CANCELLED =
            new Reason("clip.cancelled", "The clip was cancelled", "Submit it again to publish it after all.");
    private static final Reason MOVED =
            new Reason("clip.revised", "The clip was given this time", "Nothing to do; it can be given another one.");
    private static final Reason AGAIN =
            new Reason("upload.retry-requested", "It is tried again because a person asked for it", "Nothing to do.");

    private final ClipJobs rows;
    private final JobStore jobs;
    private final Placements placements;
    private final Outbox outbox;
    private final DatabaseClock clock;

    JobChanges(ClipJobs rows, JobStore jobs, Placements placements, Outbox outbox, DatabaseClock clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.placements = placements;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Map<UUID, ChangeDecision>> cancel(SqlConnection transaction, List<WaitingJob> before) {
        Map<UUID, ChangeDecision> decisions =
                decide(before, waiting -> ChangeDecision.cancel(waiting.job().state()));
        List<Job> cancelled = toDo(before, decisions);
        return eachOf(cancelled, job -> jobs.cancel(transaction, job.upload().uploadId(), CANCELLED))
                .chain(() -> tell(
                        transaction,
                        cancelled,
                        job -> new UploadEvent.Cancelled(job.upload(), job.attempt(), CANCELLED)))
                .replaceWith(decisions);
    }

    /** What is paused is held when it is reconsidered. */
    Uni<Map<UUID, ChangeDecision>> pause(SqlConnection transaction, List<WaitingJob> before) {
        Map<UUID, ChangeDecision> decisions = decide(
                before,
                waiting -> ChangeDecision.pause(
                        waiting.job().state(), waiting.pausedAt().isPresent()));
        return clock.now(transaction)
                .chain(now -> rows.pause(transaction, ids(toDo(before, decisions)), now))
                .replaceWith(decisions);
    }

    /** What is resumed goes out when it is reconsidered, if nothing else holds it. */
    Uni<Map<UUID, ChangeDecision>> resume(SqlConnection transaction, List<WaitingJob> before) {
        Map<UUID, ChangeDecision> decisions = decide(
                before,
                waiting -> ChangeDecision.resume(
                        waiting.job().state(), waiting.pausedAt().isPresent()));
        return rows.resume(transaction, ids(toDo(before, decisions))).replaceWith(decisions);
    }

    /** All of the clip or nothing: what a user sees as one is not to become two. */
    Uni<Map<UUID, ChangeDecision>> revise(SqlConnection transaction, List<WaitingJob> before, ClipRevised revised) {
        Map<UUID, ChangeDecision> decisions = decide(
                before,
                waiting -> ChangeDecision.revise(
                        waiting.job().state(), waiting.job().attempt()));
        boolean possible = decisions.values().stream().noneMatch(ChangeDecision.Refused.class::isInstance);
        return possible
                ? carryOut(transaction, toDo(before, decisions), revised).replaceWith(decisions)
                : Uni.createFrom().item(decisions);
    }

    private Uni<Void> carryOut(SqlConnection transaction, List<Job> known, ClipRevised revised) {
        return revised.keepsTimes().orElse(false)
                ? rows.rewrite(transaction, revised.uploads())
                : replace(transaction, known, revised.uploads());
    }

    /** By the same rules as when it was new. */
    private Uni<Void> replace(SqlConnection transaction, List<Job> known, List<PlannedUpload> revised) {
        Map<UUID, Job> jobsById = new LinkedHashMap<>();
        known.forEach(job -> jobsById.put(job.upload().uploadId(), job));
        List<PlannedUpload> uploads = revised.stream()
                .filter(upload -> jobsById.containsKey(upload.uploadId()))
                .toList();
        return uploads.isEmpty()
                ? Uni.createFrom().voidItem()
                : rows.leavePlaces(transaction, uploads)
                        .chain(() ->
                                placements.place(transaction, known.getFirst().tenant(), uploads))
                        .chain(placed -> putThere(transaction, jobsById, placed));
    }

    private Uni<Void> putThere(SqlConnection transaction, Map<UUID, Job> known, List<Placement> placed) {
        List<PlannedUpload> uploads = placed.stream().map(Placement::upload).toList();
        return rows.revise(transaction, uploads)
                .chain(() -> jobs.notePlaces(transaction, placed))
                .chain(() -> tellOfTimes(transaction, known, placed))
                .chain(() -> wake(transaction, uploads));
    }

    Uni<Map<UUID, ChangeDecision>> retry(
            SqlConnection transaction, List<WaitingJob> before, UploadRetryRequested requested) {
        List<WaitingJob> meant = before.stream()
                .filter(waiting -> waiting.job().upload().uploadId().equals(requested.uploadId()))
                .toList();
        Map<UUID, ChangeDecision> decisions =
                decide(meant, waiting -> ChangeDecision.retry(waiting.job().state()));
        List<Job> again = toDo(meant, decisions);
        return eachOf(again, job -> rows.again(transaction, job.upload().uploadId()))
                .chain(() -> clock.now(transaction))
                .call(now -> tell(
                        transaction, again, job -> new UploadEvent.Scheduled(job.upload(), job.attempt(), now, AGAIN)))
                .call(now -> jobs.dueSooner(transaction, now))
                .replaceWith(decisions);
    }

    /** What the caller is answered about a job as it is now. */
    static UploadAnswer answer(WaitingJob now, ChangeDecision decision) {
        Job job = now.job();
        return new UploadAnswer(
                job.upload().uploadId(),
                !(decision instanceof ChangeDecision.Refused),
                job.state(),
                job.attempt(),
                job.dueAt(),
                now.hold(),
                decision instanceof ChangeDecision.Refused refused ? Optional.of(refused.why()) : Optional.empty());
    }

    /** Of those only that wait for their time: a held one waits for something else. */
    private Uni<Void> tellOfTimes(SqlConnection transaction, Map<UUID, Job> known, List<Placement> placed) {
        Map<UUID, Placement> moved = new LinkedHashMap<>();
        placed.forEach(placement -> moved.put(placement.upload().uploadId(), placement));
        List<Job> waiting = known.values().stream()
                .filter(job -> job.state() == UploadState.SCHEDULED)
                .filter(job -> moved.containsKey(job.upload().uploadId()))
                .toList();
        return tell(
                transaction,
                waiting,
                job -> scheduled(job, moved.get(job.upload().uploadId())));
    }

    private static UploadEvent scheduled(Job job, Placement placement) {
        return new UploadEvent.Scheduled(
                job.upload(),
                job.attempt(),
                placement.upload().dueAt(),
                placement.reason().orElse(MOVED));
    }

    private Uni<Void> wake(SqlConnection transaction, List<PlannedUpload> uploads) {
        return uploads.stream()
                .map(PlannedUpload::dueAt)
                .min(Instant::compareTo)
                .map(first -> jobs.dueSooner(transaction, first))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(SqlConnection transaction, List<Job> told, Function<Job, UploadEvent> event) {
        return clock.now(transaction).chain(now -> {
            List<OutgoingEvent> events = told.stream()
                    .map(job -> JobEvents.toEveryone(job, now, event.apply(job)))
                    .toList();
            return outbox.addAll(OpenTransaction.on(transaction), events);
        });
    }

    private static Map<UUID, ChangeDecision> decide(
            Collection<WaitingJob> jobs, Function<WaitingJob, ChangeDecision> decision) {
        Map<UUID, ChangeDecision> decisions = new LinkedHashMap<>();
        jobs.forEach(waiting -> decisions.put(waiting.job().upload().uploadId(), decision.apply(waiting)));
        return decisions;
    }

    private static List<Job> toDo(Collection<WaitingJob> jobs, Map<UUID, ChangeDecision> decisions) {
        return jobs.stream()
                .map(WaitingJob::job)
                .filter(job -> decisions.get(job.upload().uploadId()) instanceof ChangeDecision.Do)
                .toList();
    }

    private static List<UUID> ids(List<Job> jobs) {
        return jobs.stream().map(job -> job.upload().uploadId()).toList();
    }

    private static Uni<Void> eachOf(List<Job> jobs, Function<Job, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(jobs)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
