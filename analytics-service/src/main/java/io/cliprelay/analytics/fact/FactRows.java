package io.cliprelay.analytics.fact;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.vertx.mutiny.sqlclient.Row;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadState;

/** Facts as rows: from the database column by column, to it as one JSON array, whose fields are the columns. */
final class FactRows {

    private FactRows() {}

    static UploadFact fact(Row row) {
        return new UploadFact(
                new UploadKey(instant(row, "created_at").orElseThrow(), row.getUUID("upload_id")),
                row.getString("tenant"),
                row.getUUID("clip_id"),
                row.getString("platform"),
                row.getUUID("account_id"),
                row.getInteger("attempts"),
                instant(row, "submitted_at").map(at -> submission(row, at)),
                instant(row, "due_at")
                        .map(at -> new Due(at, instant(row, "due_said_at").orElseThrow())),
                instant(row, "started_at").map(at -> new Start(row.getInteger("started_attempt"), at)),
                instant(row, "accepted_at"),
                text(row, "outcome").map(state -> outcome(row, UploadState.valueOf(state))),
                instant(row, "read_at").map(at -> reading(row, at)),
                instant(row, "missing_at"));
    }

    private static Submission submission(Row row, Instant at) {
        return new Submission(
                at,
                instant(row, "planned_at").orElseThrow(),
                row.getString("title"),
                List.of(row.getArrayOfStrings("tags")));
    }

    private static Outcome outcome(Row row, UploadState state) {
        return new Outcome(
                state,
                instant(row, "ended_at").orElseThrow(),
                instant(row, "live_at"),
                text(row, "permalink").map(URI::create),
                text(row, "failure_category"),
                text(row, "failure_code"));
    }

    private static Reading reading(Row row, Instant at) {
        return new Reading(at, count(row, "views"), count(row, "likes"), count(row, "comments"), count(row, "shares"));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static Optional<String> text(Row row, String column) {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Long> count(Row row, String column) {
        return Optional.ofNullable(row.getLong(column));
    }

    static String json(Collection<UploadFact> facts) {
        return EventJson.encode(facts.stream().map(FactRows::columns).toList());
    }

    private static Map<String, Object> columns(UploadFact fact) {
        Map<String, Object> row = key(fact.key());
        row.put("tenant", fact.tenant());
        row.put("clip_id", fact.clipId());
        row.put("platform", fact.platform());
        row.put("account_id", fact.accountId());
        row.put("attempts", fact.attempts());
        row.put("accepted_at", fact.acceptedAt());
        row.put("missing_at", fact.missingSince());
        row.put("tags", fact.submission().map(Submission::tags).orElse(List.of()));
        fact.submission().ifPresent(submission -> put(row, submission));
        fact.due().ifPresent(due -> put(row, due));
        fact.start().ifPresent(start -> put(row, start));
        fact.outcome().ifPresent(outcome -> put(row, outcome));
        fact.reading().ifPresent(reading -> put(row, reading));
        return row;
    }

    private static void put(Map<String, Object> row, Submission submission) {
        row.put("title", submission.title());
        row.put("submitted_at", submission.at());
        row.put("planned_at", submission.dueAt());
    }

    private static void put(Map<String, Object> row, Due due) {
        row.put("due_at", due.at());
        row.put("due_said_at", due.said());
    }

    private static void put(Map<String, Object> row, Start start) {
        row.put("started_attempt", start.attempt());
        row.put("started_at", start.at());
    }

    private static void put(Map<String, Object> row, Outcome outcome) {
        row.put("outcome", outcome.state().name());
        row.put("ended_at", outcome.at());
        row.put("live_at", outcome.liveAt());
        row.put("permalink", outcome.permalink());
        row.put("failure_category", outcome.failureCategory());
        row.put("failure_code", outcome.failureCode());
    }

    private static void put(Map<String, Object> row, Reading reading) {
        row.put("read_at", reading.at());
        row.put("views", reading.views());
        row.put("likes", reading.likes());
        row.put("comments", reading.comments());
        row.put("shares", reading.shares());
    }

    static String jsonOfFailures(Collection<FailedAttempt> failures) {
        return EventJson.encode(failures.stream().map(FactRows::columns).toList());
    }

    private static Map<String, Object> columns(FailedAttempt failed) {
        Map<String, Object> row = key(failed.key());
        row.put("attempt", failed.attempt());
        row.put("tenant", failed.tenant());
        row.put("platform", failed.platform());
        row.put("account_id", failed.accountId());
        row.put("failed_at", failed.at());
        row.put("category", failed.category());
        row.put("code", failed.code());
        return row;
    }

    private static Map<String, Object> key(UploadKey key) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("created_at", key.createdAt());
        row.put("upload_id", key.uploadId());
        return row;
    }
}
