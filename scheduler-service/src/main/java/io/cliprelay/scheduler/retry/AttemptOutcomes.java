package io.cliprelay.scheduler.retry;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.kit.consume.ConsumedEvents;
import io.cliprelay.kit.consume.EventConsumer;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;
import io.cliprelay.scheduler.hold.Holds;
import io.cliprelay.scheduler.hold.Recovery;
import io.cliprelay.scheduler.job.Job;
import io.cliprelay.scheduler.job.JobEvents;
import io.cliprelay.scheduler.job.JobStore;
import io.cliprelay.scheduler.plan.Successors;

/** Takes what workers report of the attempts they were ordered to make. */
@ApplicationScoped
public class AttemptOutcomes {

    private static final String CONSUMER = "attempt-outcomes";
    private static final EventTypes<UploadEvent> TYPES = EventTypes.of(UploadEvent.class);

    private final EventConsumer consumer;
    private final Transactions transactions;
    private final ConsumedEvents consumed;
    private final JobStore jobs;
    private final Retries retries;
    private final Holds holds;
    private final Successors successors;
    private final Recovery recovery;

    AttemptOutcomes(
            EventConsumer consumer,
            Transactions transactions,
            ConsumedEvents consumed,
            JobStore jobs,
            Retries retries,
            Holds holds,
            Successors successors,
            Recovery recovery) {
        this.consumer = consumer;
        this.transactions = transactions;
        this.consumed = consumed;
        this.jobs = jobs;
        this.retries = retries;
        this.holds = holds;
        this.successors = successors;
        this.recovery = recovery;
    }

    @Incoming("upload-events")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, this::take);
    }

    private Uni<Void> take(EventEnvelope<UploadEvent> event) {
        return isKnown(event)
                ? Uni.createFrom().voidItem()
                : transactions
                        .run(transaction -> applyOnce(transaction, event))
                        .invoke(outcome -> outcome.verdict().ifPresent(retries::count))
                        .call(outcome -> recovered(event.data(), outcome))
                        .chain(() -> followed(event.data()));
    }

    /** What a platform took shows that what was in the way before it was ordered is over. */
    private Uni<Void> recovered(UploadEvent event, Outcome outcome) {
        return outcome.passed()
                .map(ordered -> recovery.passed(event.upload(), ordered))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** In a transaction of its own: others have locks to take first. What a crash leaves undone here is caught up with. */
    private Uni<Void> followed(UploadEvent event) {
        return switch (event) {
            case UploadEvent.Published over -> follow(over);
            case UploadEvent.Drafted over -> follow(over);
            case UploadEvent.AttemptFailed over -> follow(over);
            case UploadEvent.Queued goesOn -> Uni.createFrom().voidItem();
            case UploadEvent.Started goesOn -> Uni.createFrom().voidItem();
            case UploadEvent.Processing goesOn -> Uni.createFrom().voidItem();
            case UploadEvent.Unconfirmed goesOn -> Uni.createFrom().voidItem();
            case UploadEvent.Scheduled own -> Uni.createFrom().voidItem();
            case UploadEvent.RetryScheduled own -> Uni.createFrom().voidItem();
            case UploadEvent.Held own -> Uni.createFrom().voidItem();
            case UploadEvent.Cancelled own -> Uni.createFrom().voidItem();
            case UploadEvent.Failed own -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> follow(UploadEvent over) {
        return successors.followed(over.upload().uploadId());
    }

    /** What this service said itself, or ordered: no transaction is needed to see that nothing follows. */
    private static boolean isKnown(EventEnvelope<UploadEvent> event) {
        return JobEvents.isOwn(event) || event.data() instanceof UploadEvent.Queued;
    }

    private Uni<Outcome> applyOnce(SqlConnection transaction, EventEnvelope<UploadEvent> event) {
        return consumed.firstTime(OpenTransaction.on(transaction), CONSUMER, event.id())
                .chain(first -> first ? apply(transaction, event) : nothing());
    }

    private Uni<Outcome> apply(SqlConnection transaction, EventEnvelope<UploadEvent> event) {
        return prepare(transaction, event.data())
                .chain(() -> jobs.hold(transaction, event.data().upload().uploadId()))
                .chain(job -> job.map(held -> take(transaction, held, event)).orElseGet(AttemptOutcomes::nothing));
    }

    /** What is being made was ordered, whether or not that is still known. */
    private Uni<Outcome> take(SqlConnection transaction, Job job, EventEnvelope<UploadEvent> event) {
        return JobChange.forgotten(job, event.data())
                ? jobs.adopt(transaction, job.upload().uploadId(), event.data().attempt())
                        .chain(adopted -> change(transaction, adopted, event))
                : change(transaction, job, event);
    }

    private Uni<Void> prepare(SqlConnection transaction, UploadEvent event) {
        return event instanceof UploadEvent.AttemptFailed failed
                ? holds.prepare(transaction, failed.upload(), failed.failure())
                : Uni.createFrom().voidItem();
    }

    private Uni<Outcome> change(SqlConnection transaction, Job job, EventEnvelope<UploadEvent> event) {
        JobChange change = JobChange.of(job, event.data());
        return switch (change) {
            case JobChange.Moved moved ->
                jobs.move(transaction, job.upload().uploadId(), moved.to()).replaceWith(Outcome.of(job, event.data()));
            case JobChange.Ended ended -> end(transaction, job, ended.as()).replaceWith(Outcome.of(job, event.data()));
            case JobChange.AttemptOver over ->
                retries.settle(transaction, job, over.failure(), event.time()).map(Outcome::of);
            case JobChange.None none -> nothing();
        };
    }

    private Uni<Void> end(SqlConnection transaction, Job job, UploadState as) {
        return jobs.endAttempt(transaction, job, as, Optional.empty())
                .chain(() -> jobs.end(transaction, job.upload().uploadId(), as, Optional.empty()));
    }

    private static Uni<Outcome> nothing() {
        return Uni.createFrom().item(Outcome.NONE);
    }
}
