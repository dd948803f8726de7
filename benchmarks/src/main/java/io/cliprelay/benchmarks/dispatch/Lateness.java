package io.cliprelay.benchmarks.dispatch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cliprelay.benchmarks.Arguments;
import io.cliprelay.benchmarks.Figures;
import io.cliprelay.benchmarks.Measure;
import io.cliprelay.benchmarks.Percentiles;

/** How long after its instant a job's record is in Kafka: ours, and other engines in turn. */
public final class Lateness implements Measure {

    private static final int A_SECOND = 200;
    private static final int WARM_UP = 2_000;
    private static final int AT_ONCE = 1_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** What one contender showed. */
    private record Punctuality(double p50, double p99, long early, double databaseCpu) {}

    @Override
    public String purpose() {
        return "due instant to record in Kafka, 200 jobs/s; a thousand at one instant; what it costs to wait";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int seconds = (int) arguments.number("seconds", 60);
        List<Contender> contenders = Contenders.named(arguments.text("only", ""));
        arguments.nothingElse();
        try (Ground ground = Ground.open(List.of(Scheduler.DATABASE, Peer.DATABASE))) {
            Map<String, Punctuality> all = new LinkedHashMap<>();
            for (Contender contender : contenders) {
                contender.prepare(ground);
                all.put(contender.name(), measured(ground, contender, seconds, figures));
            }
            report(all, figures);
        }
    }

    private static Punctuality measured(Ground ground, Contender contender, int seconds, Figures figures)
            throws Exception {
        try (Connection database = ground.connect(contender.ours() ? Scheduler.DATABASE : Peer.DATABASE);
                Replica replica = contender.start(ground, 1);
                Arrivals arrivals = new Arrivals(ground)) {
            contender.fill(database, WARM_UP, soon(1), 1_000);
            arrivals.await(WARM_UP, LIMIT);
            Punctuality shown = drip(ground, contender, seconds, database, arrivals);
            if (contender.ours()) {
                atOnce(contender, database, arrivals, figures);
                idle(replica, database, figures);
            }
            return shown;
        } finally {
            try (Connection database = ground.connect(contender.ours() ? Scheduler.DATABASE : Peer.DATABASE)) {
                contender.clear(database);
            }
        }
    }

    private static Punctuality drip(
            Ground ground, Contender contender, int seconds, Connection database, Arrivals arrivals) throws Exception {
        int before = arrivals.await(0, LIMIT).size();
        int jobs = seconds * A_SECOND;
        Instant first = soon(contender instanceof JobRunrPeer ? 45 : 8);
        contender.fill(database, jobs, first, 1_000_000 / A_SECOND);
        pauseUntil(first.minusSeconds(1));
        double cpu = ground.databaseCpuSeconds();
        pauseUntil(first.plusSeconds(seconds));
        double used = ground.databaseCpuSeconds() - cpu;
        List<Double> late = late(arrivals.await(before + jobs, LIMIT), before);
        Percentiles all = new Percentiles(late);
        return new Punctuality(
                all.at(50),
                all.at(99),
                late.stream().filter(millis -> millis < 0).count(),
                used);
    }

    private static void atOnce(Contender contender, Connection database, Arrivals arrivals, Figures figures)
            throws Exception {
        int before = arrivals.await(0, LIMIT).size();
        contender.fill(database, AT_ONCE, soon(3), 0);
        List<Double> late = late(arrivals.await(before + AT_ONCE, LIMIT), before);
        figures.print("lateness.last_of_1000_at_once", new Percentiles(late).at(100), "ms", 250);
    }

    private static void idle(Replica replica, Connection database, Figures figures) throws Exception {
        Duration rest = Duration.ofSeconds(30);
        Thread.sleep(5_000);
        double cpu = replica.cpuSeconds();
        long transactions = transactions(database);
        Thread.sleep(rest.toMillis());
        figures.print("lateness.idle.cpu", (replica.cpuSeconds() - cpu) * 100 / rest.toSeconds(), "% of a core", 1);
        figures.print(
                "lateness.idle.transactions",
                (transactions(database) - transactions) / (double) rest.toSeconds(),
                "per second",
                3);
    }

    private static long transactions(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void report(Map<String, Punctuality> all, Figures figures) {
        all.forEach((name, shown) -> {
            figures.print("lateness." + name + ".p50", shown.p50(), "ms");
            figures.print("lateness." + name + ".p99", shown.p99(), "ms");
            figures.print("lateness." + name + ".early", shown.early(), "jobs");
            figures.print("lateness." + name + ".postgres_cpu", shown.databaseCpu(), "s");
        });
        if (all.containsKey("cliprelay")) {
            report(all.get("cliprelay"), all, figures);
        }
    }

    private static void report(Punctuality ours, Map<String, Punctuality> all, Figures figures) {
        figures.print("lateness.p50", ours.p50(), "ms", 5);
        figures.print("lateness.p99", ours.p99(), "ms", 12);
        figures.never("lateness.early", ours.early(), "jobs");
        all.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("cliprelay") && !entry.getKey().equals("plain"))
                .mapToDouble(entry -> entry.getValue().p99())
                .min()
                .ifPresent(best -> figures.print("lateness.p99_to_best_peer", ours.p99() / best, "x", 1));
        if (all.containsKey("quartz")) {
            double quartz = all.get("quartz").databaseCpu();
            figures.print("lateness.postgres_cpu_to_quartz", ours.databaseCpu() / quartz, "x", 0.25);
        }
    }

    private static List<Double> late(List<Arrivals.Arrival> arrivals, int from) {
        return arrivals.subList(from, arrivals.size()).stream()
                .map(Arrivals.Arrival::late)
                .toList();
    }

    /** A whole millisecond, because the broker's clock tells no less. */
    private static Instant soon(int seconds) {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(seconds);
    }

    private static void pauseUntil(Instant instant) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), instant).toMillis()));
    }
}
