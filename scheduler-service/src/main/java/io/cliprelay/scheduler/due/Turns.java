package io.cliprelay.scheduler.due;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who goes next while more is due than a batch takes: the most urgent lanes first, and among those each tenant the same
 * number, however much one of them has waiting. Plain arithmetic; not thread-safe.
 */
final class Turns {

    private final int batchSize;
    private final Deque<Lane> lanes;

    /** Begins with the lanes in which something is due. */
    Turns(Collection<Lane> due, int batchSize) {
        this.batchSize = batchSize;
        this.lanes = new ArrayDeque<>(
                due.stream().sorted(Comparator.comparingInt(Lane::priority)).toList());
    }

    static Turns none() {
        return new Turns(List.of(), 1);
    }

    boolean over() {
        return lanes.isEmpty();
    }

    /** The next lanes of the most urgent priority, as many as get at least one job each. */
    Turn next() {
        int priority = lanes.getFirst().priority();
        List<Lane> turn = lanes.stream()
                .filter(lane -> lane.priority() == priority)
                .limit(batchSize)
                .toList();
        return new Turn(turn, Math.max(1, batchSize / turn.size()));
    }

    /**
     * Takes note of what the turn brought, the longest due first: a lane that gave its share goes behind the others, any other
     * is empty.
     */
    void took(Turn turn, List<DueJob> jobs) {
        lanes.removeAll(new HashSet<>(turn.lanes()));
        Map<String, List<DueJob>> byTenant = jobs.stream().collect(Collectors.groupingBy(DueJob::tenant));
        List<Lane> left = new ArrayList<>();
        for (Lane lane : turn.lanes()) {
            List<DueJob> given = byTenant.getOrDefault(lane.tenant(), List.of());
            if (given.size() == turn.share()) {
                left.add(lane.from(given.getLast().dueAt()));
            }
        }
        putBehindEquals(left);
    }

    private void putBehindEquals(List<Lane> left) {
        List<Lane> all = new ArrayList<>(lanes);
        all.addAll(left);
        // Stable: those that had their turn stay behind those of the same priority that had not.
        all.sort(Comparator.comparingInt(Lane::priority));
        lanes.clear();
        lanes.addAll(all);
    }
}
