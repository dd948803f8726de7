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
    private final int abreast;
    private final Deque<Lane> lanes;
    /** Those of turns that were given out and not told of yet. */
    private final List<Lane> out = new ArrayList<>();

    /** Begins with the lanes in which something is due. */
    Turns(Collection<Lane> due, int batchSize) {
        this(due, batchSize, 1);
    }

    /** @param abreast how many turns may be out at once: among so many the lanes of a priority are shared out */
    Turns(Collection<Lane> due, int batchSize, int abreast) {
        this.batchSize = batchSize;
        this.abreast = abreast;
        this.lanes = new ArrayDeque<>(
                due.stream().sorted(Comparator.comparingInt(Lane::priority)).toList());
    }

    static Turns none() {
        return new Turns(List.of(), 1);
    }

    boolean over() {
        return lanes.isEmpty() && out.isEmpty();
    }

    /** Whether there is a next turn now: not while all that is as urgent as anything is out. */
    boolean ready() {
        return !lanes.isEmpty()
                && out.stream()
                        .allMatch(lane -> lane.priority() >= lanes.getFirst().priority());
    }

    /** The next lanes of the most urgent priority, as many as get at least one job each. */
    Turn next() {
        int priority = lanes.getFirst().priority();
        List<Lane> equals = ofPriority(lanes, priority);
        int part = (equals.size() + ofPriority(out, priority).size() + abreast - 1) / abreast;
        List<Lane> turn = equals.stream().limit(Math.min(part, batchSize)).toList();
        lanes.removeAll(new HashSet<>(turn));
        out.addAll(turn);
        return new Turn(turn, Math.max(1, batchSize / turn.size()));
    }

    private static List<Lane> ofPriority(Collection<Lane> lanes, int priority) {
        return lanes.stream().filter(lane -> lane.priority() == priority).toList();
    }

    /**
     * Takes note of what the turn brought, the longest due first: a lane that gave its share goes behind the others, any other
     * is empty.
     */
    void took(Turn turn, List<DueJob> jobs) {
        out.removeAll(new HashSet<>(turn.lanes()));
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
