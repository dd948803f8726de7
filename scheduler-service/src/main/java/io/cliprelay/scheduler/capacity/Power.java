package io.cliprelay.scheduler.capacity;

import java.time.Duration;

/**
 * What one replica of a worker manages.
 *
 * @param atOnce uploads that it has under way at one time; at least 1
 * @param anUpload how long an upload takes it; more than zero
 * @param bytesPerSecond what all of its uploads together get through; more than zero
 */
public record Power(int atOnce, Duration anUpload, double bytesPerSecond) {

    public Power {
        if (atOnce < 1 || !anUpload.isPositive() || !(bytesPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "%d at once, %s each, %.0f bytes/s".formatted(atOnce, anUpload, bytesPerSecond));
        }
    }

    /** How long one replica is busy with the load, in seconds: by its places or by its line, whichever is longer. */
    double seconds(Load load) {
        return Math.max(load.uploads() * upload() / atOnce, load.bytes() / bytesPerSecond);
    }

    /** What is left to do of uploads that are under way, in seconds of one replica: half of each, on average. */
    double secondsLeft(long running) {
        return running * upload() / 2 / atOnce;
    }

    private double upload() {
        return anUpload.toMillis() / 1000.0;
    }
}
