package io.cliprelay.benchmarks.scaling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;

/**
 * Replicas that start, work and stop, second by second. One that shall go takes no more uploads and is there until those it
 * has are over, as a worker that drains.
 */
final class Cluster {

    /** Uploads that one replica has under way at once. */
    static final int PLACES = 8;

    /** Seconds from ordering a replica until it works. */
    static final int START = 60;

    /** Seconds between two looks of a scaler. */
    static final int LOOK = 15;

    /** Seconds after which an upload that has no place yet is late. */
    static final int LATE = 60;

    static final int LEAST = 1;
    static final int MOST = 200;

    private final Week week;
    private final Scaler scaler;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final PriorityQueue<Integer> ends = new PriorityQueue<>();
    private final Deque<Integer> starting = new ArrayDeque<>();
    private int working = LEAST;
    private long replicaSeconds;
    private long late;

    /**
     * What a week came to.
     *
     * @param late uploads that waited too long for a place
     */
    record Outcome(long late, double replicaHours) {}

    private Cluster(Week week, Scaler scaler) {
        this.week = week;
        this.scaler = scaler;
    }

    static Outcome run(Week week, Scaler scaler) {
        return new Cluster(week, scaler).run();
    }

    private Outcome run() {
        int next = 0;
        for (int now = 0; now < Week.SECONDS; now++) {
            while (next < week.dueAt().length && week.dueAt()[next] == now) {
                waiting.addLast(next++);
            }
            advance(now);
            if (now % LOOK == 0) {
                scale(now, scaler.wanted(now, waiting.size(), ends.size(), working + starting.size()));
            }
            // Replicas that drain are there as long as what they have is under way.
            replicaSeconds += starting.size() + Math.max(working, Math.ceilDiv(ends.size(), PLACES));
        }
        return new Outcome(late, replicaSeconds / 3600.0);
    }

    private void advance(int now) {
        while (!ends.isEmpty() && ends.peek() <= now) {
            ends.poll();
        }
        while (!starting.isEmpty() && starting.getFirst() <= now) {
            starting.removeFirst();
            working++;
        }
        while (!waiting.isEmpty() && ends.size() < working * PLACES) {
            int upload = waiting.removeFirst();
            late += now - week.dueAt()[upload] > LATE ? 1 : 0;
            ends.add(now + week.takes()[upload]);
        }
    }

    private void scale(int now, int wanted) {
        int replicas = Math.clamp(wanted, LEAST, MOST);
        while (working + starting.size() < replicas) {
            starting.addLast(now + START);
        }
        while (working + starting.size() > replicas && !starting.isEmpty()) {
            starting.removeLast();
        }
        working = Math.min(working, replicas);
    }
}
