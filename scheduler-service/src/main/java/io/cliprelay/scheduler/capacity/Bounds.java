package io.cliprelay.scheduler.capacity;

import java.time.Duration;

/**
 * Within what a number of replicas is looked for.
 *
 * @param least replicas there always are; at least 0
 * @param most replicas there ever are; at least {@code least}
 * @param longestWait how long an upload may wait for a place after its instant
 * @param use the share of its power that a replica is counted on for, over 0 and up to 1: not all uploads are average
 */
public record Bounds(int least, int most, Duration longestWait, double use) {

    public Bounds {
        if (least < 0 || most < least || longestWait.isNegative() || !(use > 0) || use > 1) {
            throw new IllegalArgumentException(
                    "%d to %d replicas, %s of waiting, %.2f of the power".formatted(least, most, longestWait, use));
        }
    }
}
