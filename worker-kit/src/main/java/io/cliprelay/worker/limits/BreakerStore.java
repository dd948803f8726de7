package io.cliprelay.worker.limits;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The breakers' table, shared by all replicas; its clock is the database's, for the same reason. */
@ApplicationScoped
class BreakerStore {

    private static final String READ = "select *, clock_timestamp() as read_at from breaker where name = any($1)";

    private static final String NOT_CLEAN =
            "select 1 from breaker where name = any($1) and (failures > 0 or until is not null)";

    private static final String ENSURE = """
            insert into breaker (name) select name from unnest($1::text[]) as name order by name
            on conflict do nothing
            """;

    /** Always in the same order: whoever changes two of them blocks nobody for good. */
    private static final String LOCK = READ + " order by name for update";

    private static final String SET = """
            update breaker set failures = $2, since = $3, until = $4, probing = $5, openings = $6, cause = $7
            where name = $1
            """;

    /** A restart may bring what an account was waiting for: one upload may try. */
    private static final String TRY_REFUSED_ACCOUNTS = """
            update breaker set until = now()
            where until > now() and not probing and cast(cause as jsonb) ->> 'category' = 'auth'
            """;

    private final Pool pool;

    BreakerStore(Pool pool) {
        this.pool = pool;
    }

    /** Those of {@code names} that anything was ever written of. */
    Uni<List<BreakerRow>> read(Collection<String> names) {
        return pool.preparedQuery(READ).execute(parameters(names)).map(BreakerStore::rows);
    }

    /** Whether a success would change anything. */
    Uni<Boolean> isClean(Collection<String> names) {
        return pool.preparedQuery(NOT_CLEAN).execute(parameters(names)).map(rows -> rows.size() == 0);
    }

    /** All of {@code names} by name, nobody else's to change until the transaction ends. */
    Uni<Map<String, BreakerRow>> lock(SqlConnection tx, Collection<String> names) {
        return tx.preparedQuery(ENSURE)
                .execute(parameters(names))
                .chain(() -> tx.preparedQuery(LOCK).execute(parameters(names)))
                .map(rows -> rows(rows).stream().collect(Collectors.toMap(BreakerRow::name, Function.identity())));
    }

    Uni<Void> set(SqlConnection tx, String name, Breaker breaker) {
        return tx.preparedQuery(SET).execute(BreakerRow.tuple(name, breaker)).replaceWithVoid();
    }

    Uni<Void> tryRefusedAccounts() {
        return pool.query(TRY_REFUSED_ACCOUNTS).execute().replaceWithVoid();
    }

    private static Tuple parameters(Collection<String> names) {
        return Tuple.of(names.toArray(String[]::new));
    }

    private static List<BreakerRow> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(BreakerRow::of)
                .toList();
    }
}
