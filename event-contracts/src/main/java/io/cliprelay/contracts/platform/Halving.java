package io.cliprelay.contracts.platform;

import java.util.function.IntPredicate;

/** Finds how many of something have room; a plain function. */
final class Halving {

    private Halving() {}

    /**
     * The largest number up to {@code all} that fits, or 0 where none does; asks a few times however many they are.
     *
     * @param fits where a number does not fit no larger one does
     */
    static int most(int all, IntPredicate fits) {
        int fitting = 0;
        int beyond = all + 1;
        while (beyond - fitting > 1) {
            int middle = (fitting + beyond) >>> 1;
            if (fits.test(middle)) {
                fitting = middle;
            } else {
                beyond = middle;
            }
        }
        return fitting;
    }
}
