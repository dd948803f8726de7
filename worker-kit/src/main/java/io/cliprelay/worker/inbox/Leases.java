package io.cliprelay.worker.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.cliprelay.worker.PlatformSettings;
import io.cliprelay.worker.WorkerConfig;

/** Who works at which upload: one owner at a time, decided by the database and its clock. */
@ApplicationScoped
public class Leases {

    private static final Logger LOG = Logger.getLogger(Leases.class);

    /** Whoever can read it may have been started by then, such as the release that wrote it. */
    private static final String SET_ASIDE = """
            update upload set owner = null, lease_until = null, next_at = now() + interval '10 minutes'
            where upload_id = any($2) and owner = $1
            """;

    /** A lease that ran out but was taken by nobody is still ours: the fencing number tells. */
    private static final String RENEW = """
            update upload set lease_until = now() + $2 * interval '1 millisecond'
            where owner = $1 and upload_id = any($3)
            returning upload_id
            """;

    private static final String RELEASE =
            "update upload set owner = null, lease_until = null where owner = $1 and upload_id = any($2)";

    private final Pool pool;
    private final WorkerConfig config;
    private final int perAccount;

    Leases(Pool pool, WorkerConfig config, PlatformSettings settings) {
        this.pool = pool;
        this.config = config;
        this.perAccount = settings.upload().concurrentUploadsPerAccount();
    }

    /**
     * Takes up to {@code limit} uploads that are due and that nobody works at, tenants and accounts in turn. A row that
     * cannot be read is logged and set aside for ten minutes; it keeps no other from being taken.
     *
     * @param running what the owner is still working at, though its lease may have run out unnoticed
     */
    public Uni<List<StoredUpload>> take(UUID owner, int limit, Collection<UUID> running) {
        Tuple parameters = Tuple.of(owner, duration(), limit, running.toArray(UUID[]::new), perAccount);
        return pool.withTransaction(
                        tx -> tx.query(FairTake.ONE_AT_A_TIME).execute().chain(() -> tx.preparedQuery(FairTake.SQL)
                                .execute(parameters)))
                .chain(rows -> readable(owner, rows));
    }

    private Uni<List<StoredUpload>> readable(UUID owner, RowSet<Row> rows) {
        List<StoredUpload> uploads = new ArrayList<>();
        List<UUID> unreadable = new ArrayList<>();
        for (Row row : rows) {
            read(row).ifPresentOrElse(uploads::add, () -> unreadable.add(row.getUUID("upload_id")));
        }
        return unreadable.isEmpty()
                ? Uni.createFrom().item(uploads)
                : pool.preparedQuery(SET_ASIDE)
                        .execute(Tuple.of(owner, unreadable.toArray(UUID[]::new)))
                        .replaceWith(uploads);
    }

    private static Optional<StoredUpload> read(Row row) {
        try {
            return Optional.of(StoredUpload.of(row));
        } catch (RuntimeException unreadable) {
            LOG.errorf(
                    unreadable,
                    "The row of upload %s cannot be read; it is tried again in 10 minutes. If a later release wrote it, "
                            + "start that one; else submit the clip again.",
                    row.getUUID("upload_id"));
            return Optional.empty();
        }
    }

    /**
     * Says that {@code owner} is still at these uploads.
     *
     * @return those that are still its own
     */
    public Uni<Set<UUID>> renew(UUID owner, Collection<UUID> uploads) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(owner, duration(), uploads.toArray(UUID[]::new)))
                .map(rows -> stream(rows).map(row -> row.getUUID("upload_id")).collect(Collectors.toSet()));
    }

    /** Gives uploads back, so that another owner need not wait for the lease to run out. */
    public Uni<Void> release(UUID owner, Collection<UUID> uploads) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(owner, uploads.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    private long duration() {
        return config.lease().duration().toMillis();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
