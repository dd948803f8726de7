package io.cliprelay.analytics.report;

import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.analytics.tally.PlatformTally;
import io.cliprelay.analytics.tally.Reception;
import io.cliprelay.analytics.tally.Summary;

/** Counts what is known. */
@ApplicationScoped
public class Summaries {

    private static final String BY_PLATFORM = """
            select platform,
                   count(*) as uploads,
                   count(*) filter (where outcome = 'PUBLISHED') as published,
                   count(*) filter (where outcome = 'FAILED') as failed,
                   sum(post.views)::bigint as views,
                   sum(post.likes)::bigint as likes,
                   sum(post.comments)::bigint as comments,
                   sum(post.shares)::bigint as shares
            from upload_fact upload left join post_fact post using (upload_id, tenant, platform)
            where tenant = $1
            group by platform
            order by platform
            """;

    private final Pool pool;

    Summaries(Pool pool) {
        this.pool = pool;
    }

    /** Everything that {@code tenant} ever handed in, in numbers. */
    public Uni<Summary> of(String tenant) {
        return pool.preparedQuery(BY_PLATFORM).execute(Tuple.of(tenant)).map(Summaries::summary);
    }

    private static Summary summary(RowSet<Row> rows) {
        return Summary.of(StreamSupport.stream(rows.spliterator(), false)
                .map(Summaries::tally)
                .toList());
    }

    private static PlatformTally tally(Row row) {
        return new PlatformTally(
                row.getString("platform"),
                row.getLong("uploads"),
                row.getLong("published"),
                row.getLong("failed"),
                reception(row));
    }

    private static Reception reception(Row row) {
        return new Reception(count(row, "views"), count(row, "likes"), count(row, "comments"), count(row, "shares"));
    }

    private static Optional<Long> count(Row row, String column) {
        return Optional.ofNullable(row.getLong(column));
    }
}
