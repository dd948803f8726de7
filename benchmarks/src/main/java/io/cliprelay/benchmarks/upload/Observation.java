package io.cliprelay.benchmarks.upload;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.cliprelay.benchmarks.ProcessReading;

/** Looks at a process again and again while something goes on. */
final class Observation implements AutoCloseable {

    private static final int BETWEEN_LOOKS = 100;
    private static final double MEGABYTES_A_MIB = (1 << 20) / 1e6;

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final long pid;
    private final double cpuBefore;
    private volatile ProcessReading last;
    private volatile double most;

    Observation(long pid) {
        this.pid = pid;
        look();
        cpuBefore = last.cpuSeconds();
        looks.scheduleAtFixedRate(this::look, BETWEEN_LOOKS, BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    /** CPU time since the beginning, in seconds. */
    double cpuSeconds() {
        look();
        return last.cpuSeconds() - cpuBefore;
    }

    /** The most resident memory, in MiB. */
    double rss() {
        return most / MEGABYTES_A_MIB;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    /** A process that has ended reads as nothing, and what was seen last counts. */
    private synchronized void look() {
        ProcessReading now = ProcessReading.of("observed", pid);
        if (last == null || now.cpuSeconds() >= last.cpuSeconds()) {
            last = now;
        }
        most = Math.max(most, now.rssMegabytes());
    }
}
