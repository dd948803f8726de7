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
}
