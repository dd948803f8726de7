package io.cliprelay.benchmarks.dispatch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.scheduling.BackgroundJobRequest;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;

/**
 * JobRunr with its PostgreSQL store. Scheduled jobs are looked for each five seconds, the shortest that it allows, and taken
 * in pages; it makes its tables itself. Its store has a format of its own, so jobs are made by its API.
 */
final class JobRunrPeer implements Contender {

    private static final int WORKERS = 50;
    private static volatile RecordSender sender;

    private final Peer process = new Peer("jobrunr", 10_000, "", List.of(), "");
    private HikariDataSource connections;

    /** What is to be sent. */
    public record Dispatch(String command) implements JobRequest {
        @Override
        public Class<Handler> getJobRequestHandler() {
            return Handler.class;
        }
    }

    /** Sends it. */
    public static final class Handler implements JobRequestHandler<Dispatch> {
        @Override
        public void run(Dispatch dispatch) {
            sender.sendAndWait(dispatch.command());
        }
    }

    static Contender contender() {
        return new JobRunrPeer();
    }

    static void start(String jdbcUrl, RecordSender with) {
        sender = with;
        JobRunr.configure()
                .useStorageProvider(new PostgresStorageProvider(Pools.of(jdbcUrl, 20)))
                .useBackgroundJobServer(BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andWorkerCount(WORKERS)
                        .andPollIntervalInSeconds(5))
                .initialize();
    }

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public int jobs() {
        return process.jobs();
    }

    @Override
    public void prepare(Ground ground) {
        connections = Pools.of(ground.jdbcUrl(Peer.DATABASE), 4);
        JobRunr.configure()
                .useStorageProvider(new PostgresStorageProvider(connections))
                .initialize();
    }

    @Override
    public Replica start(Ground ground, int number) throws IOException {
        return process.start(ground, number);
    }

    @Override
    public void fill(Connection database, int jobs, Instant first, long everyMicros) {
        IntStream.range(0, jobs).parallel().forEach(n -> schedule(first.plusNanos(n * everyMicros * 1000)));
    }

    private static void schedule(Instant due) {
        BackgroundJobRequest.schedule(due, new Dispatch(Payload.command(UUID.randomUUID(), due)));
    }

    @Override
    public void clear(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("truncate jobrunr_jobs");
        }
    }
}
