package io.cliprelay.worker.testing;

import java.util.List;

/** What a suite of runs came to, as a table for people. */
record Ledger(String platform, List<Step> cleanRun, List<Journey> journeys) {

    long duplicates() {
        return journeys.stream().mapToInt(Journey::duplicates).sum();
    }

    long lost() {
        return journeys.stream().filter(Journey::lost).count();
    }

    long falselyPublished() {
        return journeys.stream().filter(Journey::falselyPublished).count();
    }

    long chargedWrongly() {
        return journeys.stream().filter(Journey::chargedWrongly).count();
    }

    List<Journey> unclean() {
        return journeys.stream().filter(journey -> !journey.clean()).toList();
    }

    /** What was to go wrong and did not: such a run proves nothing. */
    List<Journey> missed() {
        return journeys.stream().filter(Journey::missed).toList();
    }

    String table() {
        return """

                platform   fault points  runs  faults hit  duplicates  lost  false "published"  budget wrong
                %-10s %12d %5d %11d %11d %5d %18d %13d
                """.formatted(
                        platform,
                        cleanRun.size(),
                        journeys.size(),
                        journeys.stream().filter(Journey::hit).count(),
                        duplicates(),
                        lost(),
                        falselyPublished(),
                        chargedWrongly());
    }
}
