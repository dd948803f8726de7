package io.cliprelay.scheduler.job;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.clip.ClipCancelled;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.clip.ClipPaused;
import io.cliprelay.contracts.clip.ClipResumed;
import io.cliprelay.contracts.clip.ClipRevised;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.UploadRetryRequested;
import io.cliprelay.contracts.clip.UploadSettled;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.consume.ConsumedEvents;
import io.cliprelay.kit.consume.EventConsumer;
import io.cliprelay.kit.telemetry.TraceContext;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;
import io.cliprelay.scheduler.change.ClipChanges;

/** Makes a job of each upload of a submitted clip. */
@ApplicationScoped
public class JobIntake {

    private static final String CONSUMER = "job-intake";
    private static final EventTypes<ClipEvent> TYPES = EventTypes.of(ClipEvent.class);

    private final EventConsumer consumer;
    private final Transactions transactions;
    private final ConsumedEvents consumed;
    private final ClipPlanning planning;
    private final Settlements settlements;
    private final ClipChanges changes;

    JobIntake(
            EventConsumer consumer,
            Transactions transactions,
            ConsumedEvents consumed,
            ClipPlanning planning,
            Settlements settlements,
            ClipChanges changes) {
        this.consumer = consumer;
        this.transactions = transactions;
        this.consumed = consumed;
        this.planning = planning;
        this.settlements = settlements;
        this.changes = changes;
    }

    @Incoming("clip-events")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, this::take);
    }

    private Uni<Void> take(EventEnvelope<ClipEvent> event) {
        return switch (event.data()) {
            case ClipSubmitted submitted -> plan(event, submitted);
            case ClipRevised revised -> changes.hear(event);
            case ClipCancelled cancelled -> changes.hear(event);
            case ClipPaused paused -> changes.hear(event);
            case ClipResumed resumed -> changes.hear(event);
            case UploadRetryRequested requested -> changes.hear(event);
            case UploadSettled settled -> settlements.passOn(event, settled);
        };
    }

    private Uni<Void> plan(EventEnvelope<ClipEvent> event, ClipSubmitted submitted) {
        Optional<String> trace = TraceContext.current().or(event::traceparent);
        return transactions.run(transaction -> addOnce(transaction, event, submitted, trace));
    }

    private Uni<Void> addOnce(
            SqlConnection transaction,
            EventEnvelope<ClipEvent> event,
            ClipSubmitted submitted,
            Optional<String> trace) {
        return consumed.firstTime(OpenTransaction.on(transaction), CONSUMER, event.id())
                .chain(first -> first
                        ? add(transaction, event.tenant(), submitted, trace)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> add(SqlConnection transaction, String tenant, ClipSubmitted clip, Optional<String> trace) {
        List<UploadRef> uploads = clip.uploads().stream()
                .map(upload -> new UploadRef(upload.uploadId(), clip.clipId(), upload.platform(), upload.accountId()))
                .toList();
        return changes.prepare(transaction, clip.clipId(), uploads)
                .chain(() -> planning.add(transaction, tenant, clip, trace))
                .chain(() -> changes.catchUp(transaction, clip.clipId(), uploads));
    }
}
