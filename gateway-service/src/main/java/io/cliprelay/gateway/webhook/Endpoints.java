package io.cliprelay.gateway.webhook;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.TransactionPropagation;

/**
 * The endpoints that are stored, each visible to its tenant only. What is written, and what is read of one, is part of the
 * transaction of the context, if there is one.
 */
@ApplicationScoped
class Endpoints {

    private static final String COLUMNS =
            "id, url, description, types, paused, paused_because, failing_since, created_at";
    private static final String ADD = """
            insert into webhook_endpoint (id, tenant, url, description, types, secret, created_at)
            select $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, clock_timestamp()
            where (select count(*) from webhook_endpoint where tenant = $2) < $7::int
            returning %s
            """.formatted(COLUMNS);
    private static final String CHANGE = """
            update webhook_endpoint set
                url = coalesce($3::text, url),
                description = coalesce($4::text, description),
                types = coalesce($5::text, types),
                paused = coalesce($6::boolean, paused),
                paused_because = case when $6::boolean is null then paused_because end,
                failing_since = case when $6::boolean is null and $3::text is null then failing_since end
            where tenant = $1 and id = $2
            returning %s
            """.formatted(COLUMNS);
    private static final String KEEP_SECRET = """
            with over as (
                delete from webhook_old_secret where endpoint_id = $2 and signs_until < clock_timestamp())
            insert into webhook_old_secret (endpoint_id, secret, signs_until)
            select id, secret, clock_timestamp() + $3::bigint * interval '1 millisecond'
            from webhook_endpoint where tenant = $1 and id = $2 for no key update
            """;
    private static final String ROTATE = """
            update webhook_endpoint set secret = $3 where tenant = $1 and id = $2
            returning %s
            """.formatted(COLUMNS);

    private final Pool pool;

    Endpoints(Pool pool) {
        this.pool = pool;
    }

    /** The new endpoint; empty where the tenant has {@code most} already. */
    Uni<Optional<Endpoint>> add(String tenant, EndpointRequest request, SigningSecret secret, int most) {
        return one(
                ADD,
                Tuple.from(Arrays.asList(
                        UUID.randomUUID(),
                        tenant,
                        request.url().orElseThrow(),
                        request.description().orElse(""),
                        String.join(",", request.types().orElse(List.of())),
                        secret.text(),
                        most)));
    }

    Uni<List<Endpoint>> of(String tenant) {
        return pool.preparedQuery(
                        "select " + COLUMNS + " from webhook_endpoint where tenant = $1 order by created_at, id")
                .execute(Tuple.of(tenant))
                .map(Endpoints::endpoints);
    }

    Uni<Optional<Endpoint>> find(String tenant, UUID id) {
        return one("select " + COLUMNS + " from webhook_endpoint where tenant = $1 and id = $2", Tuple.of(tenant, id));
    }

    /** The endpoint as it is then; empty where there is none of that tenant. */
    Uni<Optional<Endpoint>> change(String tenant, UUID id, EndpointRequest request) {
        return one(
                CHANGE,
                Tuple.from(Arrays.asList(
                        tenant,
                        id,
                        request.url().orElse(null),
                        request.description().orElse(null),
                        request.types().map(types -> String.join(",", types)).orElse(null),
                        request.paused().orElse(null))));
    }

    /**
     * Signs with {@code secret} from now on, and for {@code overlap} with the one before, too; those before that keep their
     * time, for the answer that told of the one before may have been lost.
     */
    Uni<Optional<Endpoint>> rotate(String tenant, UUID id, SigningSecret secret, Duration overlap) {
        return pool.withTransaction(TransactionPropagation.CONTEXT, connection -> connection
                .preparedQuery(KEEP_SECRET)
                .execute(Tuple.of(tenant, id, overlap.toMillis()))
                .chain(() -> connection.preparedQuery(ROTATE).execute(Tuple.of(tenant, id, secret.text())))
                .map(rows -> endpoints(rows).stream().findFirst()));
    }

    /** Whether there was one; what was on its way there is gone with it. */
    Uni<Boolean> remove(String tenant, UUID id) {
        return pool.preparedQuery("delete from webhook_endpoint where tenant = $1 and id = $2")
                .execute(Tuple.of(tenant, id))
                .map(deleted -> deleted.rowCount() > 0);
    }

    private Uni<Optional<Endpoint>> one(String sql, Tuple parameters) {
        return pool.withTransaction(
                        TransactionPropagation.CONTEXT,
                        connection -> connection.preparedQuery(sql).execute(parameters))
                .map(rows -> endpoints(rows).stream().findFirst());
    }

    private static List<Endpoint> endpoints(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Endpoints::endpoint)
                .toList();
    }

    private static Endpoint endpoint(Row row) {
        String types = row.getString("types");
        return new Endpoint(
                row.getUUID("id"),
                row.getString("url"),
                row.getString("description"),
                types.isEmpty() ? List.of() : List.of(types.split(",")),
                row.getBoolean("paused"),
                Optional.ofNullable(row.getString("paused_because")),
                Optional.ofNullable(row.getOffsetDateTime("failing_since")).map(OffsetDateTime::toInstant),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
