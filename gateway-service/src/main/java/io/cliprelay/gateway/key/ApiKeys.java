package io.cliprelay.gateway.key;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.gateway.store.Store;

/** The keys that are stored, each visible to its tenant only. */
@ApplicationScoped
class ApiKeys {

    private static final String REVOKE = """
            update api_key set revoked_at = coalesce(revoked_at, ?3) where tenant = ?1 and id = ?2
            """;
    private static final String USED = "update api_key set last_used_at = $2 where id = $1";

    private static final String REVOKED = "select id from api_key where id = any($1) and revoked_at is not null";

    private final Store store;
    private final Pool pool;

    ApiKeys(Store store, Pool pool) {
        this.store = store;
        this.pool = pool;
    }

    /** A key and whose it is. */
    record Owned(String tenant, ApiKey key) {}

    Uni<Void> add(String tenant, ApiKey key, Secret secret) {
        return store.write(session -> session.insert(new ApiKeyRow(tenant, key, secret.sha256())));
    }

    /** All of a tenant, newest first, those that do not hold any more included. */
    Uni<List<ApiKey>> of(String tenant) {
        return store.read(session -> session.createSelectionQuery(
                        "from ApiKeyRow where tenant = ?1 order by createdAt desc, id", ApiKeyRow.class)
                .setParameter(1, tenant)
                .getResultList()
                .map(rows -> rows.stream().map(ApiKeyRow::key).toList()));
    }

    /** The key with that hash, whether it holds or not. */
    Uni<Optional<Owned>> bySha256(String sha256) {
        return store.read(session -> session.createSelectionQuery("from ApiKeyRow where sha256 = ?1", ApiKeyRow.class)
                .setParameter(1, sha256)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(found -> new Owned(found.tenant(), found.key()))));
    }

    /** Whether there was such a key of that tenant's; it holds no more from now on, if it did. */
    Uni<Boolean> revoke(String tenant, UUID id, Instant now) {
        return store.write(session -> session.createNativeQuery(REVOKE)
                .setParameter(1, tenant)
                .setParameter(2, id)
                .setParameter(3, now)
                .executeUpdate()
                .map(rows -> rows > 0));
    }

    /** Those among {@code ids} that were revoked. */
    Uni<List<UUID>> revoked(Collection<UUID> ids) {
        return pool.preparedQuery(REVOKED)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    /** Beside whatever else happens on the same context, hence not in the store's session. */
    Uni<Void> used(UUID id, Instant now) {
        return pool.preparedQuery(USED)
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
