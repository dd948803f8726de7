package io.cliprelay.benchmarks.dispatch;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cliprelay.benchmarks.Arguments;
import io.cliprelay.benchmarks.Figures;
import io.cliprelay.benchmarks.Measure;

/** How fast due jobs are drained: ours, and other engines in turn, on the same database and broker. */
public final class Dispatch implements Measure {

    private static final int WARM_UP = 20_000;

    /** So long are jobs dispatched before those that are measured: a young process compiles more than it works. */
    private static final Duration WARMING = Duration.ofSeconds(12);

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** What one round showed. */
    private record Drain(double perSecond, double engineMicros, double databaseMicros) {
        double cpuMicros() {
            return engineMicros + databaseMicros;
        }
    }

    @Override
    public String purpose() {
        return "due jobs drained per second, one Kafka record each, beside other engines";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int rounds = (int) arguments.number("rounds", 3);
        int most = (int) arguments.number("jobs", 200_000);
        int only = (int) arguments.number("replicas", 0);
        List<Contender> contenders = Contenders.named(arguments.text("only", ""));
        arguments.nothingElse();
        try (Ground ground = Ground.open(List.of(Scheduler.DATABASE, Peer.DATABASE))) {
            for (Contender contender : contenders) {
                contender.prepare(ground);
            }
            for (int replicas : only == 0 ? new int[] {1, 2} : new int[] {only}) {
                report(replicas, drainInTurn(ground, contenders, replicas, rounds, most, figures), figures);
            }
        }
    }

    private static Map<String, List<Drain>> drainInTurn(
            Ground ground, List<Contender> contenders, int replicas, int rounds, int most, Figures figures)
            throws Exception {
        Map<String, List<Drain>> drains = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : contenders) {
                Drain drain = drain(ground, contender, replicas, Math.min(most, contender.jobs()));
                figures.note("round %d, %d replicas, %s: %.0f jobs/s, CPU a job %.1f µs + %.1f µs of PostgreSQL"
                        .formatted(
                                round,
                                replicas,
                                contender.name(),
                                drain.perSecond(),
                                drain.engineMicros(),
                                drain.databaseMicros()));
                drains.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(drain);
            }
        }
        return drains;
    }

    private static Drain drain(Ground ground, Contender contender, int replicas, int jobs) throws Exception {
        List<Replica> running = new ArrayList<>();
        try (Connection database = ground.connect(contender.ours() ? Scheduler.DATABASE : Peer.DATABASE);
                Arrivals arrivals = new Arrivals(ground)) {
            for (int number = 1; number <= replicas; number++) {
                running.add(contender.start(ground, number));
            }
            warmUp(contender, database, arrivals, Math.min(WARM_UP, jobs));
            settle(database);
            return measured(ground, contender, running, database, arrivals, jobs);
        } finally {
            running.forEach(Replica::close);
            try (Connection database = ground.connect(contender.ours() ? Scheduler.DATABASE : Peer.DATABASE)) {
                contender.clear(database);
            }
        }
    }

    private static void warmUp(Contender contender, Connection database, Arrivals arrivals, int jobs) throws Exception {
        Instant end = Instant.now().plus(WARMING);
        for (int all = jobs; Instant.now().isBefore(end); all += jobs) {
            contender.fill(database, jobs, Instant.now(), 0);
            arrivals.await(all, LIMIT);
        }
    }

    /** All wait, and become due in the same instant, when all is quiet. */
    private static Drain measured(
            Ground ground, Contender contender, List<Replica> running, Connection database, Arrivals arrivals, int jobs)
            throws Exception {
        long before = arrivals.count();
        Instant due =
                Instant.now().plusSeconds(5 + jobs / 10_000 + (contender instanceof JobRunrPeer ? jobs / 400 : 0));
        contender.fill(database, jobs, due, 0);
        settle(database);
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), due).toMillis() - 500));
        double engines = cpu(running);
        double databases = ground.databaseCpuSeconds();
        awaitByOffsets(arrivals, before + jobs);
        double engine = cpu(running) - engines;
        double postgres = ground.databaseCpuSeconds() - databases;
        List<Arrivals.Arrival> all = arrivals.await((int) before + jobs, LIMIT);
        long last = all.stream().mapToLong(Arrivals.Arrival::cameMillis).max().orElseThrow();
        return new Drain(jobs * 1000.0 / (last - due.toEpochMilli()), engine * 1e6 / jobs, postgres * 1e6 / jobs);
    }

    private static void settle(Connection database) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static void awaitByOffsets(Arrivals arrivals, long count) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (arrivals.count() < count && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        // What is noted after the last record belongs to the work.
        Thread.sleep(500);
    }

    private static double cpu(List<Replica> running) {
        return running.stream().mapToDouble(Replica::cpuSeconds).sum();
    }

    private static void report(int replicas, Map<String, List<Drain>> drains, Figures figures) {
        String suffix = replicas == 1 ? "" : ".two";
        drains.forEach((name, all) -> {
            figures.print(
                    "dispatch" + suffix + "." + name,
                    median(all.stream().map(Drain::perSecond).toList()),
                    "jobs/s");
            figures.print(
                    "dispatch" + suffix + "." + name + ".cpu",
                    median(all.stream().map(Drain::cpuMicros).toList()),
                    "us");
        });
        if (!drains.containsKey("cliprelay")) {
            return;
        }
        double ours = rate(drains, "cliprelay");
        drains.keySet().stream()
                .filter(name -> !name.equals("cliprelay") && !name.equals("plain"))
                .mapToDouble(name -> rate(drains, name))
                .max()
                .ifPresent(
                        best -> figures.printAtLeast("dispatch" + suffix + ".ratio_to_best_peer", ours / best, "x", 6));
        if (drains.containsKey("plain")) {
            figures.printAtLeast("dispatch" + suffix + ".ratio_to_plain_loop", ours / rate(drains, "plain"), "x", 0.9);
        }
        figures.print(
                "dispatch" + suffix + ".cpu_per_job",
                median(drains.get("cliprelay").stream().map(Drain::cpuMicros).toList()),
                "us",
                40);
    }

    private static double rate(Map<String, List<Drain>> drains, String name) {
        return median(drains.get(name).stream().map(Drain::perSecond).toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
