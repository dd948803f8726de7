package io.cliprelay.scheduler;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** How PostgreSQL goes about a statement when much waits, of which nothing is due and nothing has a deadline. */
public final class WideTable {

    private static final String MUCH = """
            insert into job (upload_id, clip_id, tenant, platform, account_id, due_at, content)
            select gen_random_uuid(), gen_random_uuid(), 'tenant-' || n % 20, 'testtube', gen_random_uuid(),
                   scheduler_now() + interval '1 day' + random() * interval '365 days', '{}'
            from generate_series(1, 20000) n
            """;

    private WideTable() {}

    /** The plan, line by line; nothing stays of what is written for it. */
    public static Uni<String> plan(SqlConnection connection, String statement) {
        return connection.begin().chain(transaction -> run(connection, MUCH)
                .chain(() -> run(connection, "analyze job"))
                .chain(() -> connection.query("explain " + statement).execute())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")))
                .eventually(transaction::rollback));
    }

    private static Uni<Void> run(SqlConnection connection, String statement) {
        return connection.query(statement).execute().replaceWithVoid();
    }
}
