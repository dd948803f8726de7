package io.cliprelay.benchmarks.scaling;

/** Decides how many replicas there shall be. */
interface Scaler {

    /**
     * Asked every {@link Cluster#LOOK} seconds.
     *
     * @param now seconds from the begin of the week
     * @param waiting uploads that are due and have no place
     * @param running uploads that have one
     * @param replicas how many there are or are starting
     */
    int wanted(int now, int waiting, int running, int replicas);
}
