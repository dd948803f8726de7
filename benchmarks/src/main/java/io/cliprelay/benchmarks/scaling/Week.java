package io.cliprelay.benchmarks.scaling;

import java.util.Arrays;
import java.util.Random;

/**
 * The uploads of a week: when each comes due, and how long it takes, in seconds. Those of one seed are always the same.
 *
 * @param dueAt ascending
 * @param atOnce whether it was handed in to go out at once: no plan knew of it
 */
record Week(int[] dueAt, int[] takes, boolean[] atOnce) {

    static final int SECONDS = 7 * 24 * 3600;

    /** On average; some take several times as long. */
    static final int USUALLY = 40;

    /** The share that is handed in to go out at once. */
    private static final double AT_ONCE = 0.1;

    private static final int HOUR = 3600;

    /** What a day has in each of its hours. */
    private static final double[] DAY = {
        .3, .2, .1, .1, .1, .2, .4, .8, 1.2, 1.4, 1.2, 1.2, 1.6, 1.4, 1.1, 1.1, 1.3, 1.8, 2.2, 2.0, 1.6, 1.2, .8, .5
    };

    /** Most come due at full hours, halves and quarters, as people choose; how many, differs from hour to hour. */
    static Week bursty(int uploads, long seed) {
        Random random = new Random(seed);
        double[] weights = new double[Week.SECONDS / HOUR];
        Arrays.setAll(weights, hour -> DAY[hour % 24] * Math.exp(0.8 * random.nextGaussian()));
        return of(random, uploads, weights, Week::onTheQuarter);
    }

    /** At any second, by the hour of the day. */
    static Week smooth(int uploads, long seed) {
        double[] weights = new double[Week.SECONDS / HOUR];
        Arrays.setAll(weights, hour -> DAY[hour % 24]);
        return of(new Random(seed), uploads, weights, random -> random.nextInt(HOUR));
    }

    private interface WithinHour {
        int second(Random random);
    }

    private static int onTheQuarter(Random random) {
        double which = random.nextDouble();
        if (which < .15) {
            return random.nextInt(HOUR);
        }
        return which < .7 ? 0 : which < .88 ? HOUR / 2 : random.nextBoolean() ? HOUR / 4 : 3 * HOUR / 4;
    }

    private static Week of(Random random, int uploads, double[] weights, WithinHour within) {
        double all = Arrays.stream(weights).sum();
        int[] due = new int[uploads];
        int made = 0;
        double owed = 0;
        for (int hour = 0; hour < weights.length && made < uploads; hour++) {
            owed += uploads * weights[hour] / all;
            for (; made < Math.min(uploads, Math.round(owed)); made++) {
                due[made] = hour * HOUR + within.second(random);
            }
        }
        due = Arrays.copyOf(due, made);
        Arrays.sort(due);
        int[] takes = new int[made];
        Arrays.setAll(takes, any -> duration(random));
        boolean[] atOnce = new boolean[made];
        for (int upload = 0; upload < made; upload++) {
            atOnce[upload] = random.nextDouble() < AT_ONCE;
        }
        return new Week(due, takes, atOnce);
    }

    /** Log-normal with the usual duration as its mean. */
    private static int duration(Random random) {
        double spread = 0.6;
        return (int) Math.max(5, USUALLY * Math.exp(spread * random.nextGaussian() - spread * spread / 2));
    }
}
