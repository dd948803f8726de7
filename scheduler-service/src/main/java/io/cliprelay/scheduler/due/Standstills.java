package io.cliprelay.scheduler.due;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells who is dead by beats that stand still. Looks are counted and no time is measured: no clock that jumps, and no
 * outage in which nobody could beat, makes a living node look dead. Not thread-safe.
 */
final class Standstills {

    private record Sighting(long beat, int looks) {

        Sighting seenAgain(long current) {
            return current == beat ? new Sighting(beat, looks + 1) : new Sighting(current, 0);
        }
    }

    private final int looksUntilDead;
    private Map<UUID, Sighting> nodes = Map.of();

    /** @param looksUntilDead how many looks in a row must find the same beat, the first of them not counted */
    Standstills(int looksUntilDead) {
        this.looksUntilDead = looksUntilDead;
    }

    /** Takes note of a look; yields the nodes that are dead, with their last beat. */
    Map<UUID, Long> after(Map<UUID, Long> beats) {
        Map<UUID, Sighting> seen = new HashMap<>();
        beats.forEach((node, beat) -> seen.put(node, sighting(node, beat)));
        nodes = seen;
        return seen.entrySet().stream()
                .filter(node -> node.getValue().looks() >= looksUntilDead)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, node -> node.getValue().beat()));
    }

    private Sighting sighting(UUID node, long beat) {
        Sighting before = nodes.get(node);
        return before == null ? new Sighting(beat, 0) : before.seenAgain(beat);
    }
}
