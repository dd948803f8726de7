package io.cliprelay.kit.transaction;

import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The transaction that is open right now, whichever client opened it, so that a kit table is written together with the
 * service's own.
 */
@FunctionalInterface
public interface OpenTransaction {

    /**
     * Runs one statement in this transaction.
     *
     * @param sql with parameters {@code $1}, {@code $2}, …
     * @param parameters in their order; none of them null
     * @return the number of rows written
     */
    Uni<Integer> update(String sql, List<Object> parameters);

    /** The transaction that the reactive client opened on {@code connection}. */
    static OpenTransaction on(SqlConnection connection) {
        return (sql, parameters) ->
                connection.preparedQuery(sql).execute(Tuple.from(parameters)).map(SqlResult::rowCount);
    }
}
