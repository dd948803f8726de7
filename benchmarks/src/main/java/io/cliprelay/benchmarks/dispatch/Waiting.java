package io.cliprelay.benchmarks.dispatch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Jobs in their millions that wait, written as fast as the database can: indexes are made when all are there. */
final class Waiting {

    private static final String INDEXES = """
            select indexname, indexdef from pg_indexes where tablename = 'job' and indexname <> 'job_pkey'
            """;

    /** Due over the year that begins in a day. */
    private static final String JOBS = """
            insert into job (upload_id, clip_id, tenant, platform, account_id, due_at, content, traceparent)
            select gen_random_uuid(), gen_random_uuid(), 'tenant-' || n %% 20, '%s', gen_random_uuid(),
                   now() + interval '1 day' + random() * interval '365 days', '%s',
                   '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00'
            from generate_series(1, %d) n
            """;

    private Waiting() {}

    /** Adds them; nobody else may be at work. Yields the seconds that it took. */
    static double add(Ground ground, int jobs) throws SQLException {
        long begun = System.nanoTime();
        try (Connection database = ground.connect(Scheduler.DATABASE);
                Statement statement = database.createStatement()) {
            statement.execute("set maintenance_work_mem = '512MB'");
            List<String> indexes = dropIndexes(statement);
            statement.execute("alter table job disable trigger user");
            statement.execute(JOBS.formatted(Ground.PLATFORM, Payload.CONTENT, jobs));
            statement.execute("alter table job enable trigger user");
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute(
                    "insert into job_of_clip (clip_id, upload_id) select clip_id, upload_id from job order by clip_id on conflict do nothing");
            statement.execute("vacuum (analyze, freeze) job, job_of_clip");
            statement.execute("checkpoint");
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Drops them, and yields what makes them again. */
    private static List<String> dropIndexes(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
                definitions.add(rows.getString(2));
            }
        }
        statement.execute("alter table job drop constraint job_pkey");
        for (String name : names) {
            statement.execute("drop index " + name);
        }
        definitions.add("alter table job add primary key (upload_id)");
        return definitions;
    }
}
