package io.cliprelay.gateway.live;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a stream begins.
 *
 * @param first what is told before all events; empty where the reader has been told it before
 * @param position what comes after it is told
 * @param contained ids of events that come after it and are in {@code first} already
 * @param over whether nothing will happen any more
 * @param atAnEnd whether the event at the position told of a clip's end
 */
record Beginning(Optional<Moment> first, long position, Set<String> contained, boolean over, boolean atAnEnd) {

    Beginning {
        Objects.requireNonNull(first, "first");
        contained = Set.copyOf(contained);
    }

    /** With a clip as it is. */
    static Beginning with(Moment.Snapshot snapshot, long position, Set<String> contained, boolean over) {
        return new Beginning(Optional.of(snapshot), position, contained, over, false);
    }

    /** With the next thing that happens to anything. */
    static Beginning now(Moment.Ready ready, long position) {
        return new Beginning(Optional.of(ready), position, Set.of(), false, false);
    }

    /** After an event that the reader has. */
    static Beginning after(long position, boolean atAnEnd) {
        return new Beginning(Optional.empty(), position, Set.of(), false, atAnEnd);
    }
}
