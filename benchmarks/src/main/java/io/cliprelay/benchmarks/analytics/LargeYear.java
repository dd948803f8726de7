package io.cliprelay.benchmarks.analytics;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The sums that a year with ten million uploads of one tenant leaves: eight accounts, each with some uploads in every
 * quarter of an hour, as the statements of analytics would have added them up: as time went on.
 */
final class LargeYear {

    /** Whose key the stack hands out. */
    private static final String TENANT = "default";

    private static final String SLOTS = """
            create temporary table slot as
            select at, 'p' || account % 4 as platform, md5('account' || account)::uuid as account_id, account,
                   (10000000.0 / (8 * 365 * 96))::int as uploads
            from generate_series(date_trunc('day', now() - interval '365 days', 'UTC'), now(), interval '15 minutes') at,
                 generate_series(1, 8) account
            """;
    private static final String COUNTS = """
            insert into live.upload_tally
            select grain, '%s', date_bin_of(grain, at), platform, account_id, sum(uploads), sum(uploads - 1), 0, count(*), 0, max(at)
            from slot, unnest(array['Q', 'D', 'M']) grain group by 1, 2, 3, 4, 5 order by 3
            """;
    private static final String DURATIONS = """
            insert into live.duration_tally
            select grain, '%s', 'upload', date_bin_of(grain, at), platform, account_id, 80 + class, count(*), count(*) * 5000
            from slot, generate_series(0, 24, 3) class, unnest(array['Q', 'D', 'M']) grain group by 1, 2, 3, 4, 5, 6, 7 order by 4
            """;
    private static final String ERRORS = """
            insert into live.error_tally
            select grain, '%s', date_bin_of(grain, at), platform, account_id, category, 'code', count(*), max(at)
            from slot, unnest(array['rate-limited', 'transient']) category, unnest(array['Q', 'D', 'M']) grain
            where extract(minute from at) = 0 group by 1, 2, 3, 4, 5, 6 order by 3
            """;
    private static final String CONTENT = """
            insert into live.content_tally
            select grain, '%s', '', date_bin_of(grain, at), platform, account_id,
                   sum(uploads), 0, 100 * sum(uploads), sum(uploads), sum(uploads), sum(uploads), 0, 0, 0, 0
            from slot, unnest(array['Q', 'D', 'M']) grain group by 1, 2, 4, 5, 6 order by 4
            """;
    private static final String SLOT_OF = """
            create function pg_temp.date_bin_of(grain text, at timestamptz) returns timestamptz language sql as
            'select case grain when ''Q'' then at when ''D'' then date_trunc(''day'', at, ''UTC'')
                    else date_trunc(''month'', at, ''UTC'') end'
            """;

    private LargeYear() {}

    static void in(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(SLOT_OF);
            statement.execute(SLOTS);
            for (String sums : new String[] {COUNTS, DURATIONS, ERRORS, CONTENT}) {
                statement.execute(sums.formatted(TENANT).replace("date_bin_of", "pg_temp.date_bin_of"));
            }
            statement.execute("analyze live.upload_tally, live.duration_tally, live.error_tally, live.content_tally");
        }
    }
}
