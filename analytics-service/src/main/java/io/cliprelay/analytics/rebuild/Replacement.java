package io.cliprelay.analytics.rebuild;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

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

/** The tables that a rebuild fills, and that take the place of those that are served. Blocks; for one thread. */
@ApplicationScoped
class Replacement {

    private static final Logger LOG = Logger.getLogger(Replacement.class);

    private static final String COUNTED_SO_FAR = "select topic, partition, next_offset from live.intake_position";
    private static final String CLEAR = "drop schema if exists rebuilt cascade; drop schema if exists retired cascade";
    private static final String SWAP = "alter schema live rename to retired; alter schema rebuilt rename to live";

    /** SQLSTATE class of data exceptions. */
    private static final String NO_PLACE_FOR_IT = "22";

    private final Pool pool;
    private final Retention retention;
    private final FactStore rebuilt = new FactStore(Generation.REBUILT);

    Replacement(Pool pool, Retention retention) {
        this.pool = pool;
        this.retention = retention;
    }

    /** Empty tables, whatever an earlier rebuild left. */
    void begin() {
        clear();
        perform("select create_generation('rebuilt')");
    }

    /** Drops what is not served. */
    void clear() {
        perform(CLEAR);
    }

    /** Adds what some records teach. */
    void learn(ConsumerRecords<String, String> records) {
        Lesson lesson = retention.of(Lesson.of(Source.ALL.stream().flatMap(source -> lesson(source, records))));
        try {
            write(lesson, positions(records));
        } catch (PgException unfit) {
            onlyIfUnfit(unfit);
            // The consumers set such a record aside; here it is left out alike.
            lesson.parts().forEach(part -> writeIfFit(part, positions(records)));
        }
    }

    /**
     * Puts these tables in the place of those that are served.
     *
     * @param catchUp called while nobody else counts, with how far was counted so far, to learn what is missing
     */
    void takeOver(Consumer<Map<TopicPartition, Long>> catchUp) {
        pool.withTransaction(tx -> Writers.lock(tx)
                        .chain(() -> countedSoFar(tx))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(catchUp)
                        .chain(() -> tx.query(SWAP).execute()))
                .await()
                .indefinitely();
    }

    private void writeIfFit(Lesson part, Map<TopicPartition, Long> positions) {
        try {
            write(part, positions);
        } catch (PgException unfit) {
            onlyIfUnfit(unfit);
            LOG.warnf("A rebuild leaves something out that the database cannot hold: %s", unfit.getMessage());
        }
    }

    private static void onlyIfUnfit(PgException failure) {
        if (!failure.getSqlState().startsWith(NO_PLACE_FOR_IT)) {
            throw failure;
        }
    }

    private void write(Lesson lesson, Map<TopicPartition, Long> positions) {
        pool.withTransaction(tx -> rebuilt.learn(tx, lesson, positions)).await().indefinitely();
    }

    private void perform(String sql) {
        pool.query(sql).execute().await().indefinitely();
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
}
