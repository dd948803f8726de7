package io.cliprelay.analytics.report;

import java.util.List;
import java.util.Optional;

import io.vertx.mutiny.sqlclient.Row;

import io.cliprelay.analytics.tally.Grain;
import io.cliprelay.analytics.tally.Group;
import io.cliprelay.analytics.tally.Piece;

/** What rows of numbers are about, as columns of a tally; {@code $7} is the zone. */
enum By {
    PLATFORM("tally.platform", "null::uuid", "null::timestamptz"),
    ACCOUNT("tally.platform", "tally.account_id", "null::timestamptz"),
    HOUR("null::text", "null::uuid", "date_trunc('hour', tally.at, $7)"),
    DAY("null::text", "null::uuid", "date_trunc('day', tally.at, $7)");

    private final String columns;

    By(String platform, String account, String since) {
        this.columns = "%s as by_platform, %s as by_account, %s as by_since".formatted(platform, account, since);
    }

    String columns() {
        return columns;
    }

    /** The sums to read: a zone's hours and days are made of quarters. */
    List<Piece> pieces(Question question) {
        return switch (this) {
            case PLATFORM, ACCOUNT -> Piece.covering(question.from(), question.until());
            case HOUR, DAY -> List.of(quarters(question));
        };
    }

    private static Piece quarters(Question question) {
        return new Piece(Grain.QUARTER, Grain.QUARTER.floor(question.from()), Grain.QUARTER.ceiling(question.until()));
    }

    static Group group(Row row, Question question) {
        return new Group(
                Optional.ofNullable(row.getString("by_platform")),
                Optional.ofNullable(row.getUUID("by_account")),
                Optional.ofNullable(row.getOffsetDateTime("by_since")).map(question::inZone));
    }
}
