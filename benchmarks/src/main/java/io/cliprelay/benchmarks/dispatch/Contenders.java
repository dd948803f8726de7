package io.cliprelay.benchmarks.dispatch;

import java.util.List;

/** All that are measured, in the order of their turns. */
final class Contenders {

    private Contenders() {}

    static List<Contender> all() {
        return List.of(
                new Scheduler(),
                PlainLoop.contender(),
                DbSchedulerPeer.contender(),
                JobRunrPeer.contender(),
                QuartzPeer.contender());
    }

    /** Those whose names stand in {@code names}, with commas between; all where it is empty. */
    static List<Contender> named(String names) {
        List<String> wanted = List.of(names.split(","));
        return all().stream()
                .filter(contender -> names.isEmpty() || wanted.contains(contender.name()))
                .toList();
    }
}
