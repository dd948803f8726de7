package io.cliprelay.analytics.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;

import io.cliprelay.analytics.fact.UploadKey;

/** One upload as history tells it; times in UTC, absent what did not happen. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record HistoryRow(
        UUID upload,
        UUID clip,
        String platform,
        UUID account,
        Optional<String> title,
        int attempts,
        Optional<String> state,
        Optional<Instant> submittedAt,
        Optional<Instant> dueAt,
        Optional<Instant> startedAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> liveAt,
        Optional<Instant> endedAt,
        Optional<String> permalink,
        Optional<String> failureCategory,
        Optional<String> failureCode,
        Optional<Long> views) {

    static HistoryRow of(Row row) {
        return new HistoryRow(
                row.getUUID("upload_id"),
                row.getUUID("clip_id"),
                row.getString("platform"),
                row.getUUID("account_id"),
                text(row, "title"),
                row.getInteger("attempts"),
                text(row, "outcome"),
                instant(row, "submitted_at"),
                instant(row, "due"),
                instant(row, "started_at"),
                instant(row, "accepted_at"),
                instant(row, "live_at"),
                instant(row, "ended_at"),
                text(row, "permalink"),
                text(row, "failure_category"),
                text(row, "failure_code"),
                Optional.ofNullable(row.getLong("views")));
    }

    static HistoryCursor cursor(Row row) {
        return new HistoryCursor(
                new UploadKey(row.getOffsetDateTime("created_at").toInstant(), row.getUUID("upload_id")));
    }

    private static Optional<String> text(Row row, String column) {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(at -> at.toInstant());
    }
}
