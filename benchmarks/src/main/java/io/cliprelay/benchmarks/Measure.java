package io.cliprelay.benchmarks;

/** One thing that is measured. */
public interface Measure {

    /** What it measures, in a line. */
    String purpose();

    /** Starts what it needs, measures, prints, stops it. */
    void take(Arguments arguments, Figures figures) throws Exception;
}
