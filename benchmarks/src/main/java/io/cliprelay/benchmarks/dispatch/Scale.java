package io.cliprelay.benchmarks.dispatch;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.cliprelay.benchmarks.Arguments;
import io.cliprelay.benchmarks.Figures;
import io.cliprelay.benchmarks.Measure;

/** What a dispatch costs with much waiting, and how long a killed replica's claims wait. */
public final class Scale implements Measure {

    private static final int DUE = 100_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** How far the clock that says what is due has been put forward: so a wait takes as long as a fill, and no longer. */
    private Duration ahead = Duration.ZERO;

    @Override
    public String purpose() {
        return "cost of a dispatch with 10 thousand, 1 million and 10 million waiting; takeover after kill -9";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int most = (int) arguments.number("waiting", 10_000_000);
        arguments.nothingElse();
        Scheduler scheduler = new Scheduler();
        try (Ground ground = Ground.open(List.of(Scheduler.DATABASE))) {
            // The first start makes the tables.
            scheduler.start(ground, 1).close();
            cost(ground, scheduler, most, figures);
            takeOver(ground, scheduler, figures);
        }
    }

    private void cost(Ground ground, Scheduler scheduler, int most, Figures figures) throws Exception {
        List<Double> costs = new ArrayList<>();
        int waiting = 0;
        for (int wanted : new int[] {10_000, 1_000_000, 10_000_000}) {
            if (wanted <= most) {
                figures.note("%d jobs wait after %.0f s".formatted(wanted, Waiting.add(ground, wanted - waiting)));
                waiting = wanted;
                double cost = cost(ground, scheduler);
                figures.print("scale.cpu_per_job.waiting_" + wanted, cost, "us");
                costs.add(cost);
            }
        }
        figures.print("scale.cost_ratio", costs.getLast() / costs.getFirst(), "x", 1.2);
    }

    /** By a process that was started for it, and has dispatched as many before. */
    private double cost(Ground ground, Scheduler scheduler) throws Exception {
        try (Replica replica = scheduler.start(ground, 1);
                Connection database = ground.connect(Scheduler.DATABASE)) {
            drain(ground, scheduler, replica, database);
            return drain(ground, scheduler, replica, database);
        }
    }

    /** CPU of engine and PostgreSQL per job, in microseconds. */
    private double drain(Ground ground, Scheduler scheduler, Replica replica, Connection database) throws Exception {
        ahead = ahead.plusHours(1);
        try (Arrivals arrivals = new Arrivals(ground);
                Statement statement = database.createStatement()) {
            scheduler.fill(database, DUE, Instant.now().plus(ahead), 0);
            // As they lie in a store where they have waited for a while: what it took to write them is over.
            statement.execute("vacuum (analyze) job, job_of_clip");
            statement.execute("checkpoint");
            double cpu = ground.databaseCpuSeconds() + replica.cpuSeconds();
            scheduler.forward(database, ahead);
            while (arrivals.count() < DUE) {
                Thread.sleep(20);
            }
            Thread.sleep(500);
            double used = ground.databaseCpuSeconds() + replica.cpuSeconds() - cpu;
            arrivals.await(DUE, LIMIT);
            statement.execute("delete from job where ordered");
            statement.execute("vacuum job");
            return used * 1e6 / DUE;
        }
    }

    private static void takeOver(Ground ground, Scheduler scheduler, Figures figures) throws Exception {
        try (Connection database = ground.connect(Scheduler.DATABASE);
                Arrivals arrivals = new Arrivals(ground);
                Replica first = scheduler.start(ground, 1);
                Replica second = scheduler.start(ground, 2)) {
            scheduler.fill(database, DUE, Instant.now(), 0);
            while (arrivals.count() < DUE / 5) {
                Thread.sleep(1);
            }
            second.kill();
            long killed = System.currentTimeMillis();
            // Fails where one is lost.
            long last = arrivals.await(DUE, LIMIT).stream()
                    .mapToLong(Arrivals.Arrival::cameMillis)
                    .max()
                    .orElseThrow();
            figures.print("scale.takeover", (last - killed) / 1000.0, "s", 5);
            figures.print("scale.takeover.repeated", arrivals.repeated(), "commands");
            figures.note("the other replica " + (first.process().isAlive() ? "lives" : "is dead"));
        }
    }
}
