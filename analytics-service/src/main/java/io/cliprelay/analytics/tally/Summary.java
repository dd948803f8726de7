package io.cliprelay.analytics.tally;

import java.util.List;
import java.util.function.ToLongFunction;

/** A tenant's uploads in numbers: the totals are the sums over the platforms. */
public record Summary(long uploads, long published, long failed, List<PlatformTally> platforms) {

    public Summary {
        platforms = List.copyOf(platforms);
    }

    /** The summary of these platforms. */
    public static Summary of(List<PlatformTally> platforms) {
        return new Summary(
                sum(platforms, PlatformTally::uploads),
                sum(platforms, PlatformTally::published),
                sum(platforms, PlatformTally::failed),
                platforms);
    }

    private static long sum(List<PlatformTally> platforms, ToLongFunction<PlatformTally> count) {
        return platforms.stream().mapToLong(count).sum();
    }
}
