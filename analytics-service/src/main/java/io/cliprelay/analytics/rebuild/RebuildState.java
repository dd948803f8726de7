package io.cliprelay.analytics.rebuild;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;

/**
 * How far a rebuild is.
 *
 * @param seenAt when it last told; one that has not ended and tells no more died with its process
 * @param events how many it has read
 * @param endedAt when it took the place of what was served, or failed
 * @param failure why it failed; empty where it did not
 */
public record RebuildState(
        UUID id, Instant startedAt, Instant seenAt, long events, Optional<Instant> endedAt, Optional<String> failure) {

    public RebuildState {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(seenAt, "seenAt");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(failure, "failure");
    }

    static RebuildState of(Row row) {
        return new RebuildState(
                row.getUUID("id"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getOffsetDateTime("seen_at").toInstant(),
                row.getLong("events"),
                Optional.ofNullable(row.getOffsetDateTime("ended_at")).map(at -> at.toInstant()),
                Optional.ofNullable(row.getString("failure")));
    }
}
