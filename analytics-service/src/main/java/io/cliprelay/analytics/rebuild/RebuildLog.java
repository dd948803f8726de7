package io.cliprelay.analytics.rebuild;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Remembers the rebuilds. */
@ApplicationScoped
class RebuildLog {

    private static final String BEGUN =
            "insert into rebuild (id, started_at, seen_at) values ($1, clock_timestamp(), clock_timestamp()) returning *";
    private static final String SEEN =
            "update rebuild set events = events + $2, seen_at = clock_timestamp() where id = $1 returning *";
    private static final String ENDED = """
            update rebuild set ended_at = clock_timestamp(), seen_at = clock_timestamp(), failure = $2 where id = $1
            returning *
            """;
    private static final String LATEST = "select * from rebuild order by started_at desc limit 1";

    private final Pool pool;

    RebuildLog(Pool pool) {
        this.pool = pool;
    }

    Uni<RebuildState> begin() {
        return tell(BEGUN, Tuple.of(UUID.randomUUID()));
    }

    Uni<RebuildState> read(UUID id, long events) {
        return tell(SEEN, Tuple.of(id, events));
    }

    /** @param failure why it came to nothing; empty where it came to its end */
    Uni<RebuildState> end(UUID id, Optional<String> failure) {
        return tell(ENDED, Tuple.of(id, failure.orElse(null)));
    }

    /** The latest; empty where there was none. */
    Uni<Optional<RebuildState>> latest() {
        return pool.query(LATEST).execute().map(RebuildLog::first);
    }

    private Uni<RebuildState> tell(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map(rows -> first(rows).orElseThrow());
    }

    private static Optional<RebuildState> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(RebuildState.of(rows.iterator().next()));
    }
}
