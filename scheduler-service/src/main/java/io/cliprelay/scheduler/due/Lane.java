package io.cliprelay.scheduler.due;

import java.time.Instant;

import io.vertx.mutiny.sqlclient.Row;

/**
 * The due jobs of one tenant and one priority.
 *
 * @param priority from 0, the most urgent
 * @param since before this instant nothing is left in it
 */
record Lane(String tenant, int priority, Instant since) {

    static Lane of(Row row) {
        return new Lane(
                row.getString(0), row.getInteger(1), row.getOffsetDateTime(2).toInstant());
    }

    Lane from(Instant later) {
        return new Lane(tenant, priority, later);
    }
}
