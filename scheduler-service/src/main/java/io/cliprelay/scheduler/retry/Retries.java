package io.cliprelay.scheduler.retry;

import java.time.InstantSource;
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
import io.cliprelay.scheduler.job.Job;
import io.cliprelay.scheduler.job.JobEvents;
import io.cliprelay.scheduler.job.JobStore;

/** Plans the next attempt of a job, or gives it up, and says so. */
@ApplicationScoped
class Retries {

    private final JobStore jobs;
    private final Outbox outbox;
    private final PlatformLimits limits;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final RetryPolicy policy;

    Retries(
            JobStore jobs,
            Outbox outbox,
            PlatformLimits limits,
            RetryConfig config,
            InstantSource clock,
            MeterRegistry meters) {
        this.jobs = jobs;
        this.outbox = outbox;
        this.limits = limits;
        this.clock = clock;
        this.meters = meters;
        // Of all sources of randomness the plainest, because it may be shared by threads.
        this.policy = new RetryPolicy(config, new Random());
    }

    /** Decides in {@code transaction}, which holds the job, and stores the decision with the event that tells of it. */
    Uni<Verdict> settle(SqlConnection transaction, Job job, UploadFailure failure) {
        return tries(transaction, job)
                .map(tries -> policy.after(failure, tries, clock.instant()))
                .map(decision -> new Verdict(job, failure, decision))
                .call(verdict -> store(transaction, verdict))
                .call(verdict -> tell(transaction, verdict));
    }

    private Uni<Tries> tries(SqlConnection transaction, Job job) {
        String platform = job.upload().platform();
        return limits.attempts(transaction, platform).chain(allowed -> limits.limits(transaction, platform)
                .map(known -> new Tries(job.spent(), job.waits(), allowed, LimitReset.next(known, clock.instant()))));
    }

    private Uni<Void> store(SqlConnection transaction, Verdict verdict) {
        var upload = verdict.job().upload().uploadId();
        return switch (verdict.decision()) {
            case RetryDecision.Again again ->
                over(transaction, verdict, UploadState.RETRY_WAIT)
                        .chain(() -> jobs.retry(transaction, upload, verdict.failure(), again.at(), again.spent()));
            case RetryDecision.GiveUp end ->
                over(transaction, verdict, UploadState.FAILED)
                        .chain(() -> jobs.end(transaction, upload, UploadState.FAILED, Optional.of(verdict.failure())));
        };
    }

    private Uni<Void> over(SqlConnection transaction, Verdict verdict, UploadState outcome) {
        return jobs.endAttempt(transaction, verdict.job(), outcome, Optional.of(verdict.failure()));
    }

    private Uni<Void> tell(SqlConnection transaction, Verdict verdict) {
        return outbox.add(
                OpenTransaction.on(transaction),
                JobEvents.toEveryone(verdict.job(), clock.instant(), eventOf(verdict)));
    }

    private static UploadEvent eventOf(Verdict verdict) {
        Job job = verdict.job();
        return switch (verdict.decision()) {
            case RetryDecision.Again again ->
                new UploadEvent.RetryScheduled(job.upload(), job.attempt(), verdict.failure(), again.at());
            case RetryDecision.GiveUp end -> new UploadEvent.Failed(job.upload(), job.attempt(), verdict.failure());
        };
    }

    /** To be called when the verdict is committed. */
    void count(Verdict verdict) {
        switch (verdict.decision()) {
            case RetryDecision.Again again -> count("cliprelay.scheduler.retries", verdict);
            case RetryDecision.GiveUp end -> count("cliprelay.scheduler.failures", verdict);
        }
    }

    private void count(String meter, Verdict verdict) {
        String platform = verdict.job().upload().platform();
        String category = verdict.failure().category();
        meters.counter(meter, "platform", platform, "category", category).increment();
    }
}
