package io.cliprelay.scheduler.due;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * How often each of the other nodes has beaten.
 *
 * @param now the database's clock
 */
record Beats(Instant now, Map<UUID, Long> others) {

    Beats {
        others = Map.copyOf(others);
    }

    static Beats of(RowSet<Row> rows) {
        Map<UUID, Long> others = new HashMap<>();
        Instant now = null;
        for (Row row : rows) {
            now = row.getOffsetDateTime(0).toInstant();
            if (row.getUUID(1) != null) {
                others.put(row.getUUID(1), row.getLong(2));
            }
        }
        return new Beats(now, others);
    }
}
