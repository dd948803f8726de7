package io.cliprelay.scheduler.job;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.vertx.mutiny.sqlclient.Row;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.contracts.upload.UploadState;

/**
 * The order to deliver one upload.
 *
 * @param dueAt of the next attempt while one waits, else of the last, UTC
 * @param attempt how many attempts were ordered
 * @param spent how many of them used up one of the platform's tries; waits for a limit to pass do not, nor what a person settled
 * @param countedFrom how many of {@code attempt} do not count, because a person had it tried again after them
 * @param priority its turn among those that are due
 * @param orderedAt when the last attempt was ordered, by the database's clock; empty before the first
 * @param traceparent the W3C trace context in which the clip was submitted
 * @param updatedAt by the database's clock
 */
public record Job(
        UploadRef upload,
        String tenant,
        UploadState state,
        Instant dueAt,
        Priority priority,
        int attempt,
        int spent,
        int countedFrom,
        Optional<Instant> orderedAt,
        PostContent content,
        Optional<String> traceparent,
        Optional<UploadFailure> lastFailure,
        Instant updatedAt) {

    /** The job in a row of one of the tables of jobs, with all their columns. */
    public static Job of(Row row) {
        return new Job(
                new UploadRef(
                        row.getUUID("upload_id"),
                        row.getUUID("clip_id"),
                        row.getString("platform"),
                        row.getUUID("account_id")),
                row.getString("tenant"),
                UploadState.valueOf(row.getString("state")),
                instant(row, "due_at"),
                Priority.values()[row.getShort("priority")],
                row.getInteger("attempt"),
                row.getInteger("spent"),
                row.getInteger("counted_from"),
                Optional.ofNullable(row.getOffsetDateTime("claimed_at")).map(OffsetDateTime::toInstant),
                EventJson.decode(row.getJsonObject("content").encode(), PostContent.class),
                Optional.ofNullable(row.getString("traceparent")),
                Optional.ofNullable(row.getJsonObject("last_failure"))
                        .map(json -> EventJson.decode(json.encode(), UploadFailure.class)),
                instant(row, "updated_at"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time.toInstant();
    }

    /** How many attempts used up no try, such as those that ended in a wait for a limit. Not counting the running one. */
    public int waits() {
        return Math.max(0, attempt - countedFrom - 1 - spent);
    }
}
