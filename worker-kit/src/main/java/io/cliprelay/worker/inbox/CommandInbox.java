package io.cliprelay.worker.inbox;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.upload.PlatformCommand;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.SettleCommand;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.consume.EventConsumer;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.telemetry.TraceContext;
import io.cliprelay.kit.transaction.OpenTransaction;

/**
 * Writes each command to the inbox, with the {@code queued} event that tells of it, and only then tells Kafka that it
 * was received; the work is done by whoever takes it from there. A command that comes again, or for an upload that is
 * still being worked at, changes nothing and is told to no one.
 */
@ApplicationScoped
public class CommandInbox {

    /** Something was written that somebody may take now. */
    public record Arrival() {}

    private static final EventTypes<PlatformCommand> TYPES = EventTypes.of(PlatformCommand.class);

    private static final String NOTE =
            "insert into attempt (upload_id, attempt) values ($1, $2) on conflict do nothing";

    /** A further attempt goes on with what is known of the upload: its session is not opened twice. */
    private static final String PUT = """
            insert into upload (upload_id, tenant, attempt, command, traceparent, account_id, priority, step)
            values ($1, $2, $3, $4, $5, $6, $7, 'READY')
            on conflict (upload_id) do update
            set attempt = excluded.attempt, command = excluded.command, traceparent = excluded.traceparent,
                account_id = excluded.account_id, priority = excluded.priority,
                step = 'READY', next_at = now(), looks = 0, unclear_at = null, missing_at = null, verdict = null,
                resumes = 0
            where upload.step = 'FAILED' and upload.attempt < excluded.attempt
            """;

    private final EventConsumer consumer;
    private final Pool pool;
    private final Outbox outbox;
    private final Settlements settlements;
    private final InstantSource clock;
    private final Event<Arrival> arrivals;

    CommandInbox(
            EventConsumer consumer,
            Pool pool,
            Outbox outbox,
            Settlements settlements,
            InstantSource clock,
            Event<Arrival> arrivals) {
        this.consumer = consumer;
        this.pool = pool;
        this.outbox = outbox;
        this.settlements = settlements;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    @Incoming("commands")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, this::receive);
    }

    /** Puts a command into the inbox. */
    public Uni<Void> receive(EventEnvelope<PlatformCommand> event) {
        return switch (event.data()) {
            case UploadCommand command ->
                pool.withTransaction(tx -> put(tx, event, command)).invoke(() -> arrivals.fire(new Arrival()));
            case SettleCommand command ->
                settlements.settle(command, event.time()).invoke(() -> arrivals.fire(new Arrival()));
        };
    }

    private Uni<Void> put(SqlConnection tx, EventEnvelope<PlatformCommand> event, UploadCommand command) {
        Optional<String> trace = TraceContext.current().or(event::traceparent);
        return tx.preparedQuery(NOTE)
                .execute(Tuple.of(command.upload().uploadId(), command.attempt()))
                .chain(noted -> noted.rowCount() == 0 ? nothing() : store(tx, event, command, trace));
    }

    private Uni<Void> store(
            SqlConnection tx, EventEnvelope<PlatformCommand> event, UploadCommand command, Optional<String> trace) {
        return tx.preparedQuery(PUT)
                .execute(Tuple.of(
                                command.upload().uploadId(),
                                event.tenant(),
                                command.attempt(),
                                EventJson.encode(command),
                                trace.orElse(null),
                                command.upload().accountId())
                        .addShort((short)
                                command.priority().orElse(Priority.NORMAL).ordinal()))
                .chain(stored -> stored.rowCount() == 0 ? nothing() : tell(tx, event.tenant(), command, trace));
    }

    /** In the transaction that makes it true, so that it is told before anything that comes of it. */
    private Uni<Void> tell(SqlConnection tx, String tenant, UploadCommand command, Optional<String> trace) {
        UploadEvent queued = new UploadEvent.Queued(command.upload(), command.attempt(), command.dueAt());
        return outbox.add(OpenTransaction.on(tx), WorkerEvents.toEveryone(tenant, clock.instant(), queued, trace));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
