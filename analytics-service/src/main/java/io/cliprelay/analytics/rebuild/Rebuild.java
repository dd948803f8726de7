package io.cliprelay.analytics.rebuild;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import io.cliprelay.analytics.fact.FactStore;
import io.cliprelay.analytics.fact.Generation;
import io.cliprelay.analytics.fact.Lesson;
import io.cliprelay.analytics.fact.Retention;
import io.cliprelay.analytics.fact.Writers;
import io.cliprelay.analytics.intake.Source;

/**
 * Reads the topics from their beginnings into tables of its own, and then puts these in the place of those that are
 * served, in one transaction. In that transaction nobody else counts, and all that was counted so far is read as well:
 * so nothing is missing afterwards, and what the consumers bring twice changes nothing.
 */
@ApplicationScoped
public class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private static final String ONLY_ONE = "select pg_try_advisory_lock(hashtext('cliprelay.analytics.rebuild'))";
    private static final String COUNTED_SO_FAR = "select topic, partition, next_offset from live.intake_position";
    private static final String CLEAR = "drop schema if exists rebuilt cascade; drop schema if exists retired cascade";
    private static final String SWAP = "alter schema live rename to retired; alter schema rebuilt rename to live";

    /** SQLSTATE class of data exceptions. */
    private static final String NO_PLACE_FOR_IT = "22";

    private final Pool pool;
    private final RebuildLog log;
    private final Retention retention;
    private final Map<String, Object> kafka;
    private final FactStore rebuilt = new FactStore(Generation.REBUILT);

    Rebuild(
            Pool pool,
            RebuildLog log,
            Retention retention,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.pool = pool;
        this.log = log;
        this.retention = retention;
        this.kafka = kafka;
    }

    /** Begins a rebuild and yields at once; empty where one runs, on whichever replica. */
    public Uni<Optional<RebuildState>> begin() {
        return pool.getConnection().chain(lock -> lock.query(ONLY_ONE)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0))
                .onFailure()
                .call(lock::close)
                .chain(mine -> mine ? beginWith(lock) : lock.close().replaceWith(Optional.empty())));
    }

    /** Closing the connection gives the lock back. */
    private Uni<Optional<RebuildState>> beginWith(SqlConnection lock) {
        return log.begin().invoke(begun -> runBesides(begun.id(), lock)).map(Optional::of);
    }

    private void runBesides(UUID id, SqlConnection lock) {
        // Nobody waits for it; the log tells how it ended.
        Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> run(id))
                .onItemOrFailure()
                .transformToUni((done, failure) ->
                        log.end(id, Optional.ofNullable(failure).map(Throwable::toString)))
                .eventually(() -> release(lock))
                .subscribe()
                .with(
                        ended -> LOG.infof("Rebuild %s ended: %s", id, ended),
                        failure -> LOG.warnf(failure, "How rebuild %s ended could not be noted", id));
    }

    private static Uni<Void> release(SqlConnection lock) {
        return lock.query("select pg_advisory_unlock_all()")
                .execute()
                .eventually(lock::close)
                .replaceWithVoid();
    }

    private void run(UUID id) {
        perform(CLEAR);
        perform("select create_generation('rebuilt')");
        try (TopicSweep sweep = TopicSweep.begin(kafka)) {
            readUpTo(sweep.ends(), sweep, id);
            // What came meanwhile, so that little is left for the moment in which the others wait.
            readUpTo(sweep.ends(), sweep, id);
            pool.withTransaction(tx -> Writers.lock(tx)
                            .chain(() -> countedSoFar(tx))
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .invoke(goal -> readUpTo(goal, sweep, id))
                            .chain(() -> tx.query(SWAP).execute()))
                    .await()
                    .indefinitely();
        }
        perform(CLEAR);
    }

    private void readUpTo(Map<TopicPartition, Long> goal, TopicSweep sweep, UUID id) {
        while (!sweep.reached(goal)) {
            learn(sweep.next(), id);
        }
    }

    private void learn(ConsumerRecords<String, String> records, UUID id) {
        if (!records.isEmpty()) {
            Lesson lesson = retention.of(Lesson.of(Source.ALL.stream().flatMap(source -> lesson(source, records))));
            write(lesson, positions(records));
            log.read(id, records.count()).await().indefinitely();
        }
    }

    private void write(Lesson lesson, Map<TopicPartition, Long> positions) {
        try {
            pool.withTransaction(tx -> rebuilt.learn(tx, lesson, positions))
                    .await()
                    .indefinitely();
        } catch (PgException unfit) {
            if (!unfit.getSqlState().startsWith(NO_PLACE_FOR_IT)) {
                throw unfit;
            }
            // The consumers set such a record aside; here it is left out alike.
            lesson.parts().forEach(part -> writeAlone(part, positions));
        }
    }

    private void writeAlone(Lesson part, Map<TopicPartition, Long> positions) {
        try {
            pool.withTransaction(tx -> rebuilt.learn(tx, part, positions))
                    .await()
                    .indefinitely();
        } catch (PgException unfit) {
            if (!unfit.getSqlState().startsWith(NO_PLACE_FOR_IT)) {
                throw unfit;
            }
            LOG.warnf("A rebuild leaves something out that the database cannot hold: %s", unfit.getMessage());
        }
    }

    private static Stream<Lesson> lesson(Source<?> source, ConsumerRecords<String, String> records) {
        return Stream.of(source.lesson(records.records(source.topic())));
    }

    private static Map<TopicPartition, Long> positions(ConsumerRecords<String, String> records) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        records.partitions()
                .forEach(partition -> positions.put(
                        partition, records.records(partition).getLast().offset() + 1));
        return positions;
    }

    private static Uni<Map<TopicPartition, Long>> countedSoFar(SqlConnection tx) {
        return tx.query(COUNTED_SO_FAR).execute().map(rows -> {
            Map<TopicPartition, Long> positions = new HashMap<>();
            rows.forEach(row -> positions.put(new TopicPartition(row.getString(0), row.getInteger(1)), row.getLong(2)));
            return positions;
        });
    }

    private void perform(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
