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
import io.cliprelay.scheduler.job.Job;
import io.cliprelay.scheduler.job.JobEvents;
import io.cliprelay.scheduler.job.JobStore;

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

    AttemptOutcomes(
            EventConsumer consumer,
            Transactions transactions,
            ConsumedEvents consumed,
            JobStore jobs,
            Retries retries) {
        this.consumer = consumer;
        this.transactions = transactions;
        this.consumed = consumed;
        this.jobs = jobs;
        this.retries = retries;
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
                        .invoke(verdict -> verdict.ifPresent(retries::count))
                        .replaceWithVoid();
    }

    /** What this service said itself, or ordered: no transaction is needed to see that nothing follows. */
    private static boolean isKnown(EventEnvelope<UploadEvent> event) {
        return JobEvents.isOwn(event) || event.data() instanceof UploadEvent.Queued;
    }

    private Uni<Optional<Verdict>> applyOnce(SqlConnection transaction, EventEnvelope<UploadEvent> event) {
        return consumed.firstTime(OpenTransaction.on(transaction), CONSUMER, event.id())
                .chain(first -> first ? apply(transaction, event.data()) : nothing());
    }

    private Uni<Optional<Verdict>> apply(SqlConnection transaction, UploadEvent event) {
        return jobs.hold(transaction, event.upload().uploadId())
                .chain(job -> job.map(held -> change(transaction, held, JobChange.of(held, event)))
                        .orElseGet(AttemptOutcomes::nothing));
    }

    private Uni<Optional<Verdict>> change(SqlConnection transaction, Job job, JobChange change) {
        return switch (change) {
            case JobChange.Moved moved ->
                jobs.move(transaction, job.upload().uploadId(), moved.to()).chain(AttemptOutcomes::nothing);
            case JobChange.Ended ended -> end(transaction, job, ended.as()).chain(AttemptOutcomes::nothing);
            case JobChange.AttemptOver over ->
                retries.settle(transaction, job, over.failure()).map(Optional::of);
            case JobChange.None none -> nothing();
        };
    }

    private Uni<Void> end(SqlConnection transaction, Job job, UploadState as) {
        return jobs.endAttempt(transaction, job, as, Optional.empty())
                .chain(() -> jobs.end(transaction, job.upload().uploadId(), as, Optional.empty()));
    }

    private static Uni<Optional<Verdict>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
