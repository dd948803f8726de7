package io.cliprelay.benchmarks.dispatch;

import java.sql.Connection;
import java.sql.PreparedStatement;
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

    private static final int DUE = 50_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 500_000;

    /** Due over the year that begins in a day. */
    private static final String WAIT = """
            insert into job (upload_id, clip_id, tenant, platform, account_id, due_at, content)
            select gen_random_uuid(), gen_random_uuid(), 'tenant-' || n %% 20, '%s', gen_random_uuid(),
                   now() + interval '1 day' + random() * interval '365 days', '%s'
            from generate_series(1, ?) n
            """.formatted(Ground.PLATFORM, Payload.CONTENT);

    @Override
    public String purpose() {
        return "cost of a dispatch with 10 thousand, 1 million and 10 million waiting; takeover after kill -9";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int most = (int) arguments.number("waiting", 10_000_000);
        arguments.nothingElse();
        Scheduler scheduler = new Scheduler();
        try (Ground ground = Ground.open(List.of(Scheduler.DATABASE));
                Replica first = scheduler.start(ground, 1);
                Connection database = ground.connect(Scheduler.DATABASE)) {
            drain(ground, scheduler, first, database);
            cost(ground, scheduler, first, database, most, figures);
            takeOver(ground, scheduler, first, database, figures);
        }
    }

    private static void cost(
            Ground ground, Scheduler scheduler, Replica replica, Connection database, int most, Figures figures)
            throws Exception {
        List<Double> costs = new ArrayList<>();
        int waiting = 0;
        for (int wanted : new int[] {10_000, 1_000_000, 10_000_000}) {
            if (wanted <= most) {
                haveWait(database, wanted - waiting);
                waiting = wanted;
                drain(ground, scheduler, replica, database);
                double cost = drain(ground, scheduler, replica, database);
                figures.print("scale.cpu_per_job.waiting_" + wanted, cost, "us");
                costs.add(cost);
            }
        }
        figures.print("scale.cost_ratio", costs.getLast() / costs.getFirst(), "x", 1.2);
    }

    private static void haveWait(Connection database, int jobs) throws Exception {
        try (PreparedStatement insert = database.prepareStatement(WAIT);
                Statement statement = database.createStatement()) {
            for (int left = jobs; left > 0; left -= AT_A_TIME) {
                insert.setInt(1, Math.min(left, AT_A_TIME));
                insert.executeUpdate();
            }
            statement.execute("vacuum analyze job");
            statement.execute("checkpoint");
        }
    }

    /** CPU of engine and PostgreSQL per job, in microseconds. */
    private static double drain(Ground ground, Scheduler scheduler, Replica replica, Connection database)
            throws Exception {
        try (Arrivals arrivals = new Arrivals(ground);
                Statement statement = database.createStatement()) {
            Instant due = Instant.now().plusSeconds(6);
            scheduler.fill(database, DUE, due, 0);
            statement.execute("checkpoint");
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), due).toMillis() - 300));
            double cpu = ground.databaseCpuSeconds() + replica.cpuSeconds();
            while (arrivals.count() < DUE) {
                Thread.sleep(20);
            }
            Thread.sleep(500);
            double used = ground.databaseCpuSeconds() + replica.cpuSeconds() - cpu;
            arrivals.await(DUE, LIMIT);
            statement.execute("delete from job where state = 'QUEUED'");
            statement.execute("vacuum job");
            return used * 1e6 / DUE;
        }
    }

    private static void takeOver(
            Ground ground, Scheduler scheduler, Replica first, Connection database, Figures figures) throws Exception {
        try (Arrivals arrivals = new Arrivals(ground);
                Replica second = scheduler.start(ground, 2)) {
            scheduler.fill(database, DUE, Instant.now(), 0);
            while (arrivals.count() < DUE / 5) {
                Thread.sleep(1);
            }
            second.kill();
            long killed = System.currentTimeMillis();
            long last = arrivals.await(DUE, LIMIT).stream()
                    .mapToLong(Arrivals.Arrival::cameMillis)
                    .max()
                    .orElseThrow();
            figures.print("scale.takeover", (last - killed) / 1000.0, "s", 5);
            figures.print("scale.takeover.repeated", arrivals.repeated(), "commands");
            figures.note("the first replica " + (first.process().isAlive() ? "lives" : "is dead"));
        }
    }
}
