package io.cliprelay.benchmarks;

/** One thing that is measured. */
interface Measure {

    /** What it measures, in a line. */
    String purpose();

    /** Starts a stack of its own, measures, prints, stops it. */
    void take(Figures figures) throws Exception;
}
