package io.cliprelay.scheduler.why;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

import io.vertx.mutiny.sqlclient.Row;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadFailure;

/**
 * One try at an upload.
 *
 * @param attempt its number, from 1
 * @param orderedAt when its worker was told to make it
 * @param endedAt when its worker told what became of it; empty while it runs
 * @param outcome the state that it ended in
 * @param failure why it did not publish
 */
public record Attempt(
        int attempt,
        Instant orderedAt,
        Optional<Instant> endedAt,
        Optional<String> outcome,
        Optional<UploadFailure> failure) {

    public Attempt {
        Objects.requireNonNull(orderedAt, "orderedAt");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(failure, "failure");
    }

    static Attempt of(Row row) {
        return new Attempt(
                row.getInteger("attempt"),
                row.getOffsetDateTime("ordered_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("ended_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getJsonObject("failure"))
                        .map(json -> EventJson.decode(json.encode(), UploadFailure.class)));
    }
}
