package io.cliprelay.benchmarks.dispatch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.cliprelay.cli.stack.Installation;
import io.cliprelay.localstack.EmbeddedDatabase;

/** The product: its packaged process, reading its own table. */
final class Scheduler implements Contender {

    static final String DATABASE = "scheduler";

    /** Of twenty tenants, all of normal priority: what the turns between tenants cost is in the figure. */
    private static final String FILL = """
            insert into job (upload_id, clip_id, tenant, platform, account_id, due_at, priority, content, traceparent)
            select gen_random_uuid(), gen_random_uuid(), 'tenant-' || n %% 20, '%s', gen_random_uuid(),
                   ?::timestamptz + n * ? * interval '1 microsecond', 1,
                   '%s', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00'
            from generate_series(0, ? - 1) n
            """.formatted(Ground.PLATFORM, Payload.CONTENT);

    @Override
    public String name() {
        return "cliprelay";
    }

    @Override
    public boolean ours() {
        return true;
    }

    @Override
    public int jobs() {
        return 200_000;
    }

    @Override
    public void prepare(Ground ground) {
        // The process migrates.
    }

    @Override
    public Replica start(Ground ground, int number) throws IOException {
        int port = freePort();
        Map<String, String> environment = Map.of(
                "CLIPRELAY_HTTP_PORT",
                Integer.toString(port),
                "CLIPRELAY_DB_HOST",
                "127.0.0.1",
                "CLIPRELAY_DB_PORT",
                Integer.toString(ground.databasePort()),
                "CLIPRELAY_DB_USER",
                EmbeddedDatabase.USER,
                "CLIPRELAY_DB_PASSWORD",
                EmbeddedDatabase.PASSWORD,
                "CLIPRELAY_SERVICE_KEYS_FILE",
                ground.serviceKey().toString(),
                "KAFKA_BOOTSTRAP_SERVERS",
                ground.kafka());
        String jar = Installation.find()
                .folder()
                .resolve("scheduler-service/target/quarkus-app/quarkus-run.jar")
                .toString();
        return Replica.start(List.of("-jar", jar), environment, ground.log("scheduler-" + number), () -> healthy(port));
    }

    private static boolean healthy(int port) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                            .toURL()
                            .openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void fill(Connection database, int jobs, Instant first, long everyMicros) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(FILL);
                Statement notify = database.createStatement()) {
            insert.setTimestamp(1, Timestamp.from(first));
            insert.setLong(2, everyMicros);
            insert.setInt(3, jobs);
            insert.executeUpdate();
            notify.execute("notify job_due, '" + first.toEpochMilli() + "'");
        }
    }

    /** Puts the clock that says what is due forward of the true time, and has all replicas look at once. */
    void forward(Connection database, Duration ahead) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("""
                    create or replace function scheduler_now() returns timestamptz language sql volatile
                    as 'select clock_timestamp() + interval ''%d seconds'''
                    """.formatted(ahead.toSeconds()));
            statement.execute("notify job_due, '0'");
        }
    }

    @Override
    public void clear(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("truncate job, job_of_clip, job_attempt, scheduler_claim");
        }
    }
}
