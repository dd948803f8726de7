package io.cliprelay.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/** Percentiles of a sample, by the nearest rank. */
public final class Percentiles {

    private final double[] sorted;

    /** @param values at least one */
    public Percentiles(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("percentiles of nothing");
        }
        sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The smallest value that at least {@code percent} of all values do not exceed. */
    public double at(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
