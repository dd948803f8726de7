package io.cliprelay.scheduler.capacity;

import java.util.stream.IntStream;

/** How many replicas are enough; plain functions. */
public final class Sizing {

    private Sizing() {}

    /**
     * The fewest replicas with which nothing that is planned waits longer than it may, and that have a place for all that
     * is under way; the most there may be where no number is enough.
     */
    public static Wanted replicas(Outlook outlook, Power power, Bounds bounds) {
        int holding = Math.toIntExact(Math.min(bounds.most(), ceilDiv(outlook.running(), power.atOnce())));
        int least = Math.max(bounds.least(), holding);
        int enough = IntStream.rangeClosed(least, bounds.most())
                .filter(replicas -> isEnough(replicas, outlook, power, bounds))
                .findFirst()
                .orElse(bounds.most());
        return new Wanted(enough, Wanted.Reason.of(enough, holding, bounds), outlook);
    }

    /** Follows the queue slot by slot: what is not done in one is left for the next. */
    private static boolean isEnough(int replicas, Outlook outlook, Power power, Bounds bounds) {
        double perSecond = replicas * bounds.use();
        double longest = bounds.longestWait().toMillis() / 1000.0 * perSecond;
        double slot = outlook.slot().toMillis() / 1000.0 * perSecond;
        double queued = power.secondsLeft(outlook.running()) + power.seconds(outlook.overdue());
        for (Load load : outlook.planned()) {
            queued += power.seconds(load);
            if (queued > longest + slot) {
                return false;
            }
            queued = Math.max(0, queued - slot);
        }
        return queued <= longest + slot;
    }

    private static long ceilDiv(long amount, long by) {
        return (amount + by - 1) / by;
    }
}
