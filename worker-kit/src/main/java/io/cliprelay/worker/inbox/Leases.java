package io.cliprelay.worker.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.worker.WorkerConfig;

/** Who works at which upload: one owner at a time, decided by the database and its clock. */
@ApplicationScoped
public class Leases {

    private static final String TAKE = """
            update upload
            set owner = $1, lease_until = now() + $2 * interval '1 millisecond', fencing = fencing + 1
            where upload_id in (
                select upload_id from upload
                where step not in ('DONE', 'FAILED') and next_at <= now()
                  and (lease_until is null or lease_until < now())
                  and upload_id <> all($4)
                order by next_at limit $3
                for update skip locked)
            returning *
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

    Leases(Pool pool, WorkerConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /**
     * Takes up to {@code limit} uploads that are due and that nobody works at, the longest due first.
     *
     * @param running what the owner is still working at, though its lease may have run out unnoticed
     */
    public Uni<List<StoredUpload>> take(UUID owner, int limit, Collection<UUID> running) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(owner, duration(), limit, running.toArray(UUID[]::new)))
                .map(rows -> stream(rows).map(StoredUpload::of).toList());
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

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
