package io.cliprelay.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills and freezes replicas at random, one at a time, until it is closed; then all of them run. The next one is struck
 * only when the last one works again, so that each worker always has one that does.
 */
final class Havoc implements AutoCloseable {

    private static final int FREEZE_ONE_IN = 4;
    /** In milliseconds. The start of a JVM takes seconds of all cores: more of them would only make the run longer. */
    private static final int LONGEST_PEACE = 20_000;

    private static final int LONGEST_START = 60_000;
    private static final int BETWEEN_LOOKS = 250;
    private static final int LONGEST_ABSENCE = 2_000;
    private static final int LONGEST_OVERTIME = 5_000;

    private final List<Replica> replicas;
    private final Random random;
    private final Duration lease;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("havoc").unstarted(this::run);
    private volatile int kills;
    private volatile int freezes;
    private volatile int ownDeaths;

    /** @param lease how long a frozen replica keeps its uploads at least */
    Havoc(List<Replica> replicas, Random random, Duration lease) {
        this.replicas = List.copyOf(replicas);
        this.random = random;
        this.lease = lease;
    }

    void start() {
        thread.start();
    }

    int kills() {
        return kills;
    }

    int freezes() {
        return freezes;
    }

    /** How often a replica was found dead that nobody had killed. */
    int ownDeaths() {
        return ownDeaths;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!pause(1 + random.nextInt(LONGEST_PEACE))) {
                Replica struck = replicas.get(random.nextInt(replicas.size()));
                strike(struck);
                reviveTheDead();
                awaitWork(struck);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A replica cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void strike(Replica replica) throws IOException, InterruptedException {
        if (random.nextInt(FREEZE_ONE_IN) == 0) {
            freezes++;
            replica.freeze();
            pause(lease.toMillis() + 1 + random.nextInt(LONGEST_OVERTIME));
            replica.thaw();
        } else {
            kills++;
            replica.kill();
            pause(1 + random.nextInt(LONGEST_ABSENCE));
            replica.restart();
        }
    }

    /** One that does not come back is none of this run's business: others still work. */
    private void awaitWork(Replica replica) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_START);
        boolean waited = false;
        while (!waited) {
            waited = replica.isReady() || System.nanoTime() > end || pause(BETWEEN_LOOKS);
        }
    }

    private void reviveTheDead() throws IOException {
        for (Replica replica : replicas) {
            if (!replica.runs()) {
                ownDeaths++;
                replica.restart();
            }
        }
    }

    /** True if the end came before the pause was over. */
    private boolean pause(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }
}
