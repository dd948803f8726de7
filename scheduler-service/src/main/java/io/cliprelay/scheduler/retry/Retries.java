package io.cliprelay.scheduler.retry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.scheduler.hold.DatabaseClock;
import io.cliprelay.scheduler.hold.Holds;
import io.cliprelay.scheduler.job.Job;
import io.cliprelay.scheduler.job.JobEvents;
import io.cliprelay.scheduler.job.JobStore;

/** Plans the next attempt of a job, or gives it up, and says so. */
@ApplicationScoped
class Retries {

    private final JobStore jobs;
    private final Outbox outbox;
    private final PlatformLimits limits;
    private final DatabaseClock clock;
    private final MeterRegistry meters;
    private final Holds holds;
    private final RetryPolicy policy;

    Retries(
            JobStore jobs,
            Outbox outbox,
            PlatformLimits limits,
            RetryConfig config,
            DatabaseClock clock,
            MeterRegistry meters,
            Holds holds) {
        this.jobs = jobs;
        this.outbox = outbox;
        this.limits = limits;
        this.clock = clock;
        this.meters = meters;
        this.holds = holds;
        // Of all sources of randomness the plainest, because it may be shared by threads.
        this.policy = new RetryPolicy(config, new Random());
    }

    /**
     * Decides in {@code transaction}, which was prepared for the failure and holds the job, and stores the decision with
     * the event that tells of it.
     *
     * @param failedAt when the attempt failed, by its worker's clock
     */
    Uni<Verdict> settle(SqlConnection transaction, Job job, UploadFailure failure, Instant failedAt) {
        return clock.now(transaction)
                .chain(now -> tries(transaction, job, now)
                        .map(tries -> new Verdict(job, failure, policy.after(failure, tries, now), now)))
                .call(verdict -> carryOut(transaction, verdict, failedAt));
    }

    private Uni<Tries> tries(SqlConnection transaction, Job job, Instant now) {
        String platform = job.upload().platform();
        return limits.attempts(transaction, platform).chain(allowed -> limits.limits(transaction, platform)
                .map(known -> new Tries(job.spent(), job.waits(), allowed, LimitReset.next(known, now))));
    }

    private Uni<Void> carryOut(SqlConnection transaction, Verdict verdict, Instant failedAt) {
        return switch (verdict.decision()) {
            case RetryDecision.Again again ->
                again(transaction, verdict, again.at(), again.spent())
                        .chain(() -> tell(transaction, verdict, scheduled(verdict, again.at())))
                        .chain(() -> holds.reconsider(
                                transaction, List.of(verdict.job().upload())))
                        .replaceWithVoid();
            case RetryDecision.AwaitAccount await ->
                again(transaction, verdict, await.at(), verdict.job().spent())
                        .chain(() -> refused(transaction, verdict, failedAt))
                        .chain(() -> holds.reconsider(
                                transaction, List.of(verdict.job().upload())))
                        .chain(held -> held.isEmpty()
                                ? tell(transaction, verdict, scheduled(verdict, await.at()))
                                : Uni.createFrom().voidItem());
            case RetryDecision.GiveUp end ->
                over(transaction, verdict, UploadState.FAILED)
                        .chain(() -> jobs.end(
                                transaction,
                                verdict.job().upload().uploadId(),
                                UploadState.FAILED,
                                Optional.of(lastWord(verdict))))
                        .chain(() -> tell(transaction, verdict, failed(verdict)));
        };
    }

    private Uni<Void> again(SqlConnection transaction, Verdict verdict, Instant at, int spent) {
        return over(transaction, verdict, UploadState.RETRY_WAIT)
                .chain(() -> jobs.retry(transaction, verdict.job().upload().uploadId(), verdict.failure(), at, spent));
    }

    private Uni<Void> refused(SqlConnection transaction, Verdict verdict, Instant failedAt) {
        return verdict.failure() instanceof UploadFailure.Auth refusal
                ? holds.refused(transaction, verdict.job().upload(), refusal, failedAt)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> over(SqlConnection transaction, Verdict verdict, UploadState outcome) {
        return jobs.endAttempt(transaction, verdict.job(), outcome, Optional.of(verdict.failure()));
    }

    private Uni<Void> tell(SqlConnection transaction, Verdict verdict, UploadEvent event) {
        return outbox.add(OpenTransaction.on(transaction), JobEvents.toEveryone(verdict.job(), verdict.at(), event));
    }

    private static UploadEvent scheduled(Verdict verdict, Instant at) {
        return new UploadEvent.RetryScheduled(
                verdict.job().upload(), verdict.job().attempt(), verdict.failure(), at);
    }

    private static UploadEvent failed(Verdict verdict) {
        return new UploadEvent.Failed(verdict.job().upload(), verdict.job().attempt(), lastWord(verdict));
    }

    private static UploadFailure lastWord(Verdict verdict) {
        return GivenUp.after(verdict.failure(), verdict.job().attempt());
    }

    /** To be called when the verdict is committed. */
    void count(Verdict verdict) {
        switch (verdict.decision()) {
            case RetryDecision.Again again -> count("cliprelay.scheduler.retries", verdict);
            case RetryDecision.AwaitAccount await -> count("cliprelay.scheduler.retries", verdict);
            case RetryDecision.GiveUp end -> count("cliprelay.scheduler.failures", verdict);
        }
    }

    private void count(String meter, Verdict verdict) {
        String platform = verdict.job().upload().platform();
        String category = verdict.failure().category();
        meters.counter(meter, "platform", platform, "category", category).increment();
    }
}
