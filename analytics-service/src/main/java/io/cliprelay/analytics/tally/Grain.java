package io.cliprelay.analytics.tally;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/** How fine a sum is. */
public enum Grain {
    /** A quarter of an hour. */
    QUARTER("Q", Grain::quarter, at -> at.plusMinutes(15)),
    DAY("D", at -> at.truncatedTo(ChronoUnit.DAYS), at -> at.plusDays(1)),
    MONTH("M", at -> at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1), at -> at.plusMonths(1));

    private final String code;
    private final UnaryOperator<OffsetDateTime> begin;
    private final UnaryOperator<OffsetDateTime> next;

    Grain(String code, UnaryOperator<OffsetDateTime> begin, UnaryOperator<OffsetDateTime> next) {
        this.code = code;
        this.begin = begin;
        this.next = next;
    }

    /** As it stands in the tables. */
    public String code() {
        return code;
    }

    /** The last boundary that is not after {@code at}. */
    public Instant floor(Instant at) {
        return begin.apply(at.atOffset(ZoneOffset.UTC)).toInstant();
    }

    /** The first boundary that is not before {@code at}. */
    public Instant ceiling(Instant at) {
        Instant floor = floor(at);
        return floor.equals(at)
                ? at
                : next.apply(floor.atOffset(ZoneOffset.UTC)).toInstant();
    }

    private static OffsetDateTime quarter(OffsetDateTime at) {
        return at.truncatedTo(ChronoUnit.HOURS).plusMinutes(at.getMinute() / 15 * 15L);
    }
}
