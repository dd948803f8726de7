package io.cliprelay.kit.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

import io.cliprelay.kit.pass.Passes;

/**
 * Publishes what waits in the outbox: at once when woken after a commit, and by a sweep for what a dead process left.
 * Events of one subject go out one after the other, those of different subjects side by side. An event is deleted
 * only after Kafka has it, so a crash in between publishes it again with the same id. One that Kafka refuses for what it
 * is would be refused for ever: it is set aside with the later ones of its subject, and all others go on.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Longer than Kafka takes to give up. */
    private static final Duration PASS_LIMIT = Duration.ofSeconds(90);

    /** One relay at a time per database: two side by side could swap two events of one subject. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('cliprelay.outbox'))";

    /** Asked often, and nearly always in vain: what a pass costs is four questions. */
    private static final String ANY = "select 1 from outbox limit 1";

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Pool pool;
    private final OutboxConfig config;
    private final MutinyEmitter<String> emitter;
    private final Passes passes;
    private final Vertx vertx;
    private final MeterRegistry meters;
    private long sweeper;

    OutboxRelay(
            Pool pool,
            OutboxConfig config,
            Vertx vertx,
            MeterRegistry meters,
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> emitter) {
        this.pool = pool;
        this.config = config;
        this.emitter = emitter;
        this.vertx = vertx;
        this.meters = meters;
        this.passes = Passes.of(vertx, PASS_LIMIT, this::pass, this::complain);
    }

    void start(@Observes StartupEvent started) {
        sweeper = vertx.setPeriodic(config.sweepInterval().toMillis(), timer -> sweep());
    }

    void stop(@Observes ShutdownEvent stopping) {
        passes.stop();
        vertx.cancelTimer(sweeper);
    }

    /** Has the outbox published soon; returns at once. May be called from any thread, as often as one likes. */
    public void wake() {
        passes.wake();
    }

    private void complain(Throwable failure) {
        LOG.warnf("The outbox could not be published and is tried again in %s: %s", PAUSE_AFTER_FAILURE, failure);
        vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), fired -> wake());
    }

    private void sweep() {
        // Nobody waits for it: what it does not find the next one does.
        pool.query(ANY)
                .execute()
                .map(RowSet::size)
                .subscribe()
                .with(this::wakeFor, failure -> LOG.debugf("No look into the outbox: %s", failure));
    }

    private void wakeFor(int found) {
        if (found > 0) {
            wake();
        }
    }

    private Uni<Boolean> pass() {
        return pool.withTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .chain(() -> OutboxBatch.next(connection, config))
                .call(batch -> publish(batch).chain(refused -> batch.forget(connection, refused)))
                .map(OutboxBatch::more));
    }

    private Uni<List<SetAside>> publish(OutboxBatch batch) {
        Collection<SubjectQueue> queues = batch.bySubject();
        return Multi.createFrom()
                .iterable(queues)
                .onItem()
                .transformToUni(queue -> queue.send(this::send))
                .merge(Math.max(1, queues.size()))
                .onItem()
                .<SetAside>disjoint()
                .invoke(this::tell)
                .collect()
                .asList();
    }

    private Uni<Void> send(OutboxRow row) {
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(row.topic())
                .withKey(row.key())
                .withHeaders(row.kafkaHeaders())
                .build();
        return emitter.sendMessage(Message.of(row.payload()).addMetadata(metadata));
    }

    private void tell(SetAside aside) {
        OutboxRow row = aside.row();
        LOG.errorf(
                "Event %d about %s for %s is set aside in outbox_set_aside: %s",
                row.id(), row.subject(), row.topic(), aside.reason());
        meters.counter("cliprelay.outbox.set.aside", "topic", row.topic()).increment();
    }
}
