package io.cliprelay.analytics.fact;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

/** Drops history that is old enough, and keeps it from being written anew: its sums would be counted twice. */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final HistoryConfig config;
    private final InstantSource clock;
    private final Pool pool;
    private final Vertx vertx;
    private long sweeper;

    Retention(HistoryConfig config, InstantSource clock, Pool pool, Vertx vertx) {
        this.config = config;
        this.clock = clock;
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        sweeper = vertx.setPeriodic(config.sweepInterval().toMillis(), timer -> sweep());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(sweeper);
    }

    private void sweep() {
        // Nobody waits for it: what one sweep leaves, for whatever reason, the next one takes.
        forget().subscribe()
                .with(
                        months -> LOG.debugf("%d partitions of history were dropped", months),
                        failure -> LOG.warnf("Old history could not be dropped and is tried again: %s", failure));
    }

    /** Drops what is older than the retention; yields how many partitions went. */
    public Uni<Integer> forget() {
        return pool.withTransaction(tx -> Writers.lock(tx)
                .chain(() -> tx.preparedQuery("select forget_before($1, $2)")
                        .execute(Tuple.of(Generation.LIVE.schema(), oldestMonth())))
                .map(rows -> rows.iterator().next().getInteger(0)));
    }

    /** The lesson without what is too old to be kept. */
    public Lesson of(Lesson lesson) {
        LocalDate oldest = oldestMonth();
        Stream<UploadFact> facts = lesson.facts().stream().filter(fact -> kept(fact.key(), oldest));
        Stream<FailedAttempt> failures = lesson.failures().stream().filter(failed -> kept(failed.key(), oldest));
        return new Lesson(facts.toList(), failures.toList());
    }

    private static boolean kept(UploadKey key, LocalDate oldest) {
        return !key.dated()
                || !LocalDate.ofInstant(key.createdAt(), ZoneOffset.UTC).isBefore(oldest);
    }

    private LocalDate oldestMonth() {
        return LocalDate.ofInstant(clock.instant().minus(config.retention()), ZoneOffset.UTC)
                .withDayOfMonth(1);
    }
}
