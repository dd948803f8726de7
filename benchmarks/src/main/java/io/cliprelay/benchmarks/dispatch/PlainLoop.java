package io.cliprelay.benchmarks.dispatch;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.RecordMetadata;

import io.cliprelay.localstack.EmbeddedDatabase;

/**
 * What anyone would write first who wants it fast: one thread that claims 500, sends them, waits for Kafka and marks them
 * done, each by one statement. No history, no fairness, no take-over: what is left out is what the ratio to it shows.
 */
final class PlainLoop {

    private static final String CLAIM = """
            update plain_job set state = 1
            from (select id from plain_job where state = 0 and due_at <= clock_timestamp()
                  order by due_at limit 500 for update skip locked) due
            where plain_job.id = due.id
            returning plain_job.id, plain_job.command
            """;

    private static final String DONE = "update plain_job set state = 2 where id = any(?)";

    private PlainLoop() {}

    static Peer contender() {
        return new Peer(
                "plain", 200_000, "/dispatch/plain.sql", List.of("plain_job"), """
                insert into plain_job (id, due_at, command)
                select id, due, %s
                from (select gen_random_uuid() as id, ?::timestamptz + n * ? * interval '1 microsecond' as due
                      from generate_series(0, ? - 1) n) planned
                """.formatted(Payload.sql("id", "due")));
    }

    static void start(String jdbcUrl, RecordSender sender) throws SQLException {
        Connection database = DriverManager.getConnection(jdbcUrl, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
        PreparedStatement claim = database.prepareStatement(CLAIM);
        PreparedStatement done = database.prepareStatement(DONE);
        new Thread(() -> run(database, claim, done, sender), "plain-loop").start();
    }

    private static void run(Connection database, PreparedStatement claim, PreparedStatement done, RecordSender sender) {
        try {
            while (true) {
                if (pass(database, claim, done, sender) == 0) {
                    LockSupport.parkNanos(5_000_000);
                }
            }
        } catch (Exception failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static int pass(Connection database, PreparedStatement claim, PreparedStatement done, RecordSender sender)
            throws Exception {
        List<UUID> ids = new ArrayList<>();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (ResultSet rows = claim.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
                sent.add(sender.send(rows.getString(2)));
            }
        }
        for (Future<RecordMetadata> record : sent) {
            record.get();
        }
        if (!ids.isEmpty()) {
            Array all = database.createArrayOf("uuid", ids.toArray());
            done.setArray(1, all);
            done.executeUpdate();
        }
        return ids.size();
    }
}
