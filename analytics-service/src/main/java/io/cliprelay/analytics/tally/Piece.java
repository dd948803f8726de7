package io.cliprelay.analytics.tally;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A part of a span of time whose sums stand in one grain: from {@code since}, before {@code until}. */
public record Piece(Grain grain, Instant since, Instant until) {

    public Piece {
        if (since.isAfter(until)) {
            throw new IllegalArgumentException(since + " is after " + until);
        }
    }

    /**
     * A span in as few sums as there are: months where whole ones lie in it, days before and after these, quarters at the
     * ends. The ends are moved outwards to quarters of an hour.
     */
    public static List<Piece> covering(Instant since, Instant until) {
        return around(new Piece(Grain.QUARTER, Grain.QUARTER.floor(since), Grain.QUARTER.ceiling(until)))
                .filter(piece -> piece.since.isBefore(piece.until))
                .toList();
    }

    private static Stream<Piece> around(Piece whole) {
        return whole.split(Grain.DAY)
                .flatMap(piece -> piece.grain == Grain.DAY ? piece.split(Grain.MONTH) : Stream.of(piece));
    }

    /** What of it is whole in a coarser grain, and what is left before and after. */
    private Stream<Piece> split(Grain coarser) {
        Instant from = coarser.ceiling(since);
        Instant to = coarser.floor(until);
        return from.isBefore(to)
                ? Stream.of(new Piece(grain, since, from), new Piece(coarser, from, to), new Piece(grain, to, until))
                : Stream.of(this);
    }
}
