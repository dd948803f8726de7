package io.cliprelay.scheduler.due;

import java.time.Instant;
import java.util.Optional;

import io.vertx.mutiny.sqlclient.Row;

import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadRef;

/**
 * An attempt that is ordered: all that its command says.
 *
 * @param attempt the number of this attempt, from 1
 * @param content the JSON of the post's content, as it is stored
 * @param orderedAt by the database's clock
 */
record DueJob(
        UploadRef upload,
        String tenant,
        Priority priority,
        Instant dueAt,
        int attempt,
        Instant orderedAt,
        String content,
        Optional<String> traceparent) {

    private static final Priority[] PRIORITIES = Priority.values();

    /** Of a row whose columns are in this order: read by number, because this is where the time goes. */
    static DueJob of(Row row) {
        return new DueJob(
                new UploadRef(row.getUUID(0), row.getUUID(1), row.getString(2), row.getUUID(3)),
                row.getString(4),
                PRIORITIES[row.getShort(5)],
                row.getOffsetDateTime(6).toInstant(),
                row.getInteger(7),
                row.getOffsetDateTime(8).toInstant(),
                row.getString(9),
                Optional.ofNullable(row.getString(10)));
    }
}
