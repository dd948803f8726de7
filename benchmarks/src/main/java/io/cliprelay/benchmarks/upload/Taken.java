package io.cliprelay.benchmarks.upload;

/**
 * What one upload took.
 *
 * @param seconds from the first byte at the sink to the last
 * @param cpuSeconds user and system time of the sending process, for all of the upload
 * @param rss the most resident memory that was seen, in MiB
 */
record Taken(long bytes, double seconds, double cpuSeconds, double rss) {

    private static final double MIB = 1 << 20;
    private static final double GIB = 1L << 30;

    /** MiB per second. */
    double rate() {
        return bytes / MIB / seconds;
    }

    /** Seconds of CPU for each GiB. */
    double cpuPerGib() {
        return cpuSeconds / (bytes / GIB);
    }
}
