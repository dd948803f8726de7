package io.cliprelay.scheduler.budget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.cliprelay.contracts.platform.PlatformLimit;

/** Whether an upload fits into what its platform allows, beside all that is planned; a plain decision. */
public sealed interface Forecast {

    /** There is room at its time. */
    record Fits() implements Forecast {}

    /**
     * There is room later only.
     *
     * @param to the first instant at which there is
     * @param limit what is used up at the upload's own time
     */
    record Moves(Instant to, PlatformLimit limit) implements Forecast {}

    /** There is no room before its deadline, or none as far ahead as can be seen. */
    record WillNotFit(PlatformLimit limit) implements Forecast {}

    /** The forecast for an upload at {@code dueAt} that is of no use after {@code notAfter}. */
    static Forecast of(Instant dueAt, Optional<Instant> notAfter, List<Use> uses) {
        Optional<PlatformLimit> full = uses.stream()
                .filter(use -> !Opening.of(use, dueAt).equals(Optional.of(dueAt)))
                .map(Use::limit)
                .findFirst();
        return full.<Forecast>map(limit -> later(dueAt, notAfter, uses, limit)).orElseGet(Fits::new);
    }

    private static Forecast later(Instant dueAt, Optional<Instant> notAfter, List<Use> uses, PlatformLimit full) {
        return opening(dueAt, uses)
                .filter(at -> notAfter.map(end -> !at.isAfter(end)).orElse(true))
                .<Forecast>map(at -> new Moves(at, full))
                .orElseGet(() -> new WillNotFit(full));
    }

    /** The first instant at which all limits have room: each may move it on, until none does. */
    private static Optional<Instant> opening(Instant from, List<Use> uses) {
        Instant end = from.plus(Opening.HORIZON);
        Optional<Instant> at = Optional.of(from);
        Optional<Instant> next = moved(from, uses);
        while (next.isPresent() && next.get().isBefore(end) && !next.equals(at)) {
            at = next;
            next = moved(at.get(), uses);
        }
        return next.filter(found -> found.isBefore(end));
    }

    private static Optional<Instant> moved(Instant at, List<Use> uses) {
        List<Optional<Instant>> openings =
                uses.stream().map(use -> Opening.of(use, at)).toList();
        return openings.stream().allMatch(Optional::isPresent)
                ? Stream.concat(Stream.of(at), openings.stream().flatMap(Optional::stream))
                        .max(Instant::compareTo)
                : Optional.empty();
    }
}
