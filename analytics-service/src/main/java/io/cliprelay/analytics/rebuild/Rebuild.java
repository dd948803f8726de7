package io.cliprelay.analytics.rebuild;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads the topics from their beginnings into tables of its own, and then puts these in the place of those that are
 * served, in one transaction. In that transaction nobody else counts, and all that was counted so far is read as well:
 * so nothing is missing afterwards, and what the consumers bring twice changes nothing.
 */
@ApplicationScoped
public class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private static final String ONLY_ONE = "select pg_try_advisory_lock(hashtext('cliprelay.analytics.rebuild'))";
    private static final String RELEASE = "select pg_advisory_unlock_all()";

    private final Pool pool;
    private final RebuildLog log;
    private final Replacement replacement;
    private final Map<String, Object> kafka;

    Rebuild(
            Pool pool,
            RebuildLog log,
            Replacement replacement,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.pool = pool;
        this.log = log;
        this.replacement = replacement;
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
                .eventually(() -> lock.query(RELEASE).execute().eventually(lock::close))
                .subscribe()
                .with(
                        ended -> LOG.infof("Rebuild %s ended: %s", id, ended),
                        failure -> LOG.warnf(failure, "How rebuild %s ended could not be noted", id));
    }

    private void run(UUID id) {
        replacement.begin();
        try (TopicSweep sweep = TopicSweep.begin(kafka)) {
            readUpTo(sweep.ends(), sweep, id);
            // What came meanwhile, so that little is left for the moment in which the others wait.
            readUpTo(sweep.ends(), sweep, id);
            replacement.takeOver(counted -> readUpTo(sweep.present(counted), sweep, id));
        }
        replacement.clear();
    }

    private void readUpTo(Map<TopicPartition, Long> goal, TopicSweep sweep, UUID id) {
        while (!sweep.reached(goal)) {
            ConsumerRecords<String, String> records = sweep.next();
            if (!records.isEmpty()) {
                replacement.learn(records);
                log.read(id, records.count()).await().indefinitely();
            }
        }
    }
}
