package io.cliprelay.worker.statistics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;

import io.cliprelay.worker.inbox.StoredUpload;

/**
 * A post whose reading is due, claimed by this process.
 *
 * @param publishedAt when the platform confirmed the post
 * @param takenAt when it was claimed, by the database's clock
 * @param claim what a write of its outcome must name: another claim since means that another process reads it
 */
record Reading(StoredUpload upload, Instant publishedAt, Instant takenAt, UUID claim) {

    Reading {
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(takenAt, "takenAt");
        Objects.requireNonNull(claim, "claim");
    }

    static Reading of(Row row) {
        return new Reading(
                StoredUpload.of(row), instant(row, "published_at"), instant(row, "taken_at"), row.getUUID("claim"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at.toInstant();
    }
}
