package io.cliprelay.worker.limits;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadFailure;

/**
 * A breaker as it stands in its table.
 *
 * @param now the database's time when it was read
 */
record BreakerRow(String name, Breaker breaker, Instant now) {

    static BreakerRow of(Row row) {
        return new BreakerRow(
                row.getString("name"),
                breaker(row),
                row.getOffsetDateTime("read_at").toInstant());
    }

    /** What {@code set} is given: name, failures, since, until, probing, openings, cause. */
    static Tuple tuple(String name, Breaker breaker) {
        return switch (breaker) {
            case Breaker.Closed closed ->
                Tuple.of(
                                name,
                                closed.failures(),
                                closed.since().map(BreakerRow::utc).orElse(null))
                        .addValue(null)
                        .addBoolean(false)
                        .addInteger(0)
                        .addString(null);
            case Breaker.Open open ->
                Tuple.of(name, 0, null, utc(open.until()), false, open.openings())
                        .addString(EventJson.encode(open.cause()));
            case Breaker.Probing probing ->
                Tuple.of(name, 0, null, utc(probing.until()), true, probing.openings())
                        .addString(EventJson.encode(probing.cause()));
        };
    }

    private static Breaker breaker(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("until");
        if (until == null) {
            return new Breaker.Closed(
                    row.getInteger("failures"),
                    Optional.ofNullable(row.getOffsetDateTime("since")).map(OffsetDateTime::toInstant));
        }
        UploadFailure cause = EventJson.decode(row.getString("cause"), UploadFailure.class);
        return row.getBoolean("probing")
                ? new Breaker.Probing(until.toInstant(), row.getInteger("openings"), cause)
                : new Breaker.Open(until.toInstant(), row.getInteger("openings"), cause);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
