package io.cliprelay.kit.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

import io.cliprelay.kit.pass.Passes;

/**
 * Publishes what waits in the outbox: at once when woken after a commit, and by a sweep for what a dead process left.
 * Events of one subject go out one after the other, those of different subjects side by side. An event is deleted
 * only after Kafka has it, so a crash in between publishes it again with the same id.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Longer than Kafka takes to give up. */
    private static final Duration PASS_LIMIT = Duration.ofSeconds(90);

    /** One relay at a time per database: two side by side could swap two events of one subject. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('cliprelay.outbox'))";

    private static final String NEXT =
            "select id, topic, key, subject, headers, payload from outbox order by id limit $1";
    private static final String FORGET = "delete from outbox where id = any($1)";

    private final Pool pool;
    private final OutboxConfig config;
    private final MutinyEmitter<String> emitter;
    private final Passes passes;
    private final Vertx vertx;
    private long sweeper;

    OutboxRelay(
            Pool pool,
            OutboxConfig config,
            Vertx vertx,
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> emitter) {
        this.pool = pool;
        this.config = config;
        this.emitter = emitter;
        this.vertx = vertx;
        this.passes = Passes.of(vertx, PASS_LIMIT, this::pass, this::complain);
    }

    void start(@Observes StartupEvent started) {
        sweeper = vertx.setPeriodic(config.sweepInterval().toMillis(), timer -> wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        passes.stop();
        vertx.cancelTimer(sweeper);
    }

    /** Has the outbox published soon; returns at once. May be called from any thread, as often as one likes. */
    public void wake() {
        passes.wake();
    }

    private Uni<Boolean> pass() {
        return publishBatch().map(published -> published == config.batchSize());
    }

    private void complain(Throwable failure) {
        LOG.warnf("The outbox could not be published and is tried again in %s: %s", config.sweepInterval(), failure);
    }

    private Uni<Integer> publishBatch() {
        return pool.withTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .chain(() -> connection.preparedQuery(NEXT).execute(Tuple.of(config.batchSize())))
                .map(OutboxRelay::rows)
                .call(this::send)
                .call(rows -> forget(connection, rows))
                .map(List::size));
    }

    private static List<OutboxRow> rows(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(OutboxRow::of)
                .toList();
    }

    private Uni<Void> send(List<OutboxRow> rows) {
        Map<String, List<OutboxRow>> bySubject = rows.stream()
                .collect(Collectors.groupingBy(OutboxRow::subject, LinkedHashMap::new, Collectors.toList()));
        return Multi.createFrom()
                .iterable(bySubject.values())
                .onItem()
                .transformToUni(this::sendInOrder)
                .merge(Math.max(1, bySubject.size()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> sendInOrder(Collection<OutboxRow> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(this::send)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> send(OutboxRow row) {
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(row.topic())
                .withKey(row.key())
                .withHeaders(row.kafkaHeaders())
                .build();
        return emitter.sendMessage(Message.of(row.payload()).addMetadata(metadata));
    }

    private static Uni<Void> forget(SqlConnection connection, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Long[] ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
        return connection.preparedQuery(FORGET).execute(Tuple.of(ids)).replaceWithVoid();
    }
}
