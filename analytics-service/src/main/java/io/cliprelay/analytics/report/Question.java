package io.cliprelay.analytics.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.upload.UploadState;

/**
 * What somebody wants to know.
 *
 * @param tenant whose uploads
 * @param from the first instant
 * @param until the first instant after
 * @param zone whose hours, days and weekdays
 * @param limit the most rows to answer with
 * @param cursor where the page before ended
 */
record Question(
        String tenant,
        Instant from,
        Instant until,
        ZoneId zone,
        Optional<String> platform,
        Optional<UUID> account,
        Optional<UploadState> state,
        int limit,
        Optional<HistoryCursor> cursor) {

    /** Before anything was published. */
    static final Instant EVER = Instant.parse("1970-01-01T00:00:00Z");
    /** After all that is planned. */
    static final Instant FOREVER = Instant.parse("3000-01-01T00:00:00Z");

    Question {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(cursor, "cursor");
    }

    OffsetDateTime inZone(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).toOffsetDateTime();
    }

    OffsetDateTime fromUtc() {
        return from.atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime untilUtc() {
        return until.atOffset(ZoneOffset.UTC);
    }
}
