package io.cliprelay.benchmarks.scaling;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * As autoscalers that watch a consumer group do it: as many replicas as the queue and what is under way need places, up at
 * once, down to the most that was wanted within five minutes (the defaults of KEDA and of the HorizontalPodAutoscaler).
 */
final class LagBased implements Scaler {

    private static final int STABLE = 300;

    private final Deque<int[]> wanted = new ArrayDeque<>();

    @Override
    public int wanted(int now, int waiting, int running, int replicas) {
        int needed = Math.ceilDiv(waiting + running, Cluster.PLACES);
        wanted.addLast(new int[] {now, needed});
        while (wanted.getFirst()[0] < now - STABLE) {
            wanted.removeFirst();
        }
        return Math.max(needed, wanted.stream().mapToInt(each -> each[1]).max().orElse(0));
    }
}
