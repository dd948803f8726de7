package io.cliprelay.analytics.tally;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How durations are spread, in seconds. The average is exact, percentiles are within five percent.
 *
 * @param uploads how many were timed
 */
public record Spread(long uploads, double average, double p50, double p90, double p99) {

    /**
     * The spread of what is in some classes; empty where nothing is.
     *
     * @param classes how many durations are in each class of {@link LogScale}
     * @param millis the sum of all of them
     */
    public static Optional<Spread> of(Map<Integer, Long> classes, long millis) {
        NavigableMap<Integer, Long> sorted = new TreeMap<>(classes);
        long all = sorted.values().stream().mapToLong(Long::longValue).sum();
        return all == 0
                ? Optional.empty()
                : Optional.of(new Spread(
                        all,
                        rounded((double) millis / all),
                        percentile(sorted, all, 50),
                        percentile(sorted, all, 90),
                        percentile(sorted, all, 99)));
    }

    private static double percentile(NavigableMap<Integer, Long> sorted, long all, int percent) {
        long rank = Math.max(1, (long) Math.ceil(all * percent / 100.0));
        long passed = 0;
        for (Map.Entry<Integer, Long> each : sorted.entrySet()) {
            passed += each.getValue();
            if (passed >= rank) {
                return rounded(LogScale.middle(each.getKey()));
            }
        }
        throw new IllegalStateException("rank " + rank + " of " + all);
    }

    private static double rounded(double millis) {
        return Math.round(millis) / 1000.0;
    }
}
