package io.cliprelay.scheduler.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.cliprelay.contracts.upload.Priority;

/**
 * Lets go what waited together, one after the other: the urgent first, then what is due the longest, so that nothing
 * overtakes its like. Nothing goes out before it was due.
 *
 * @param pace from one to the next
 * @param within until when the last one goes at the latest, counted from the first; where they are many, the pace is
 *     faster
 */
public record Spread(Duration pace, Duration within) {

    private static final Comparator<Waiting> ORDER = Comparator.comparing(Waiting::priority)
            .thenComparing(Waiting::dueAt)
            .thenComparing(Waiting::uploadId);

    public Spread {
        if (pace.isNegative() || within.isNegative()) {
            throw new IllegalArgumentException(
                    "a pace and its limit must not be negative: %s, %s".formatted(pace, within));
        }
    }

    /** What waits, and since when it might have gone. */
    public record Waiting(UUID uploadId, Instant dueAt, Priority priority) {}

    /** When it goes. */
    public record Place(UUID uploadId, Instant dueAt) {}

    /** A place for each, the first at {@code from}, in the order in which they go. */
    public List<Place> places(List<Waiting> waiting, Instant from) {
        List<Waiting> inOrder = waiting.stream().sorted(ORDER).toList();
        Duration step = step(waiting.size());
        return IntStream.range(0, inOrder.size())
                .mapToObj(index -> place(inOrder.get(index), from.plus(step.multipliedBy(index))))
                .toList();
    }

    private Duration step(int count) {
        Duration fastest = count < 2 ? within : within.dividedBy(count - 1L);
        return pace.compareTo(fastest) < 0 ? pace : fastest;
    }

    private static Place place(Waiting waiting, Instant turn) {
        return new Place(waiting.uploadId(), waiting.dueAt().isAfter(turn) ? waiting.dueAt() : turn);
    }
}
