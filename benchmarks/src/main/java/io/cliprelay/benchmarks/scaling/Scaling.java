package io.cliprelay.benchmarks.scaling;

import io.cliprelay.benchmarks.Arguments;
import io.cliprelay.benchmarks.Figures;
import io.cliprelay.benchmarks.Measure;

/** Late uploads and replica hours of a simulated week, by the plan and by the queue. Starts nothing and takes seconds. */
public final class Scaling implements Measure {

    private static final double SHARE = 0.1;

    @Override
    public String purpose() {
        return "a simulated week: replicas by the plan against replicas by the queue";
    }

    @Override
    public void take(Arguments arguments, Figures figures) {
        int uploads = (int) arguments.number("uploads", 100_000);
        long seed = arguments.number("seed", 7);
        arguments.nothingElse();
        compare("bursty", Week.bursty(uploads, seed), figures);
        compare("smooth", Week.smooth(uploads, seed), figures);
    }

    private static void compare(String name, Week week, Figures figures) {
        Cluster.Outcome queue = Cluster.run(week, new LagBased());
        Cluster.Outcome plan = Cluster.run(week, new LookAhead(week));
        figures.print("scaling.%s.queue.late".formatted(name), queue.late(), "uploads");
        figures.print("scaling.%s.plan.late".formatted(name), plan.late(), "uploads", SHARE * queue.late());
        figures.print("scaling.%s.queue.replicas".formatted(name), queue.replicaHours(), "hours");
        figures.print("scaling.%s.plan.replicas".formatted(name), plan.replicaHours(), "hours", queue.replicaHours());
    }
}
