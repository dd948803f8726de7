package io.cliprelay.scheduler.why;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.scheduler.hold.DatabaseClock;
import io.cliprelay.scheduler.hold.WaitingJob;

/** What the tables tell of one upload. */
@ApplicationScoped
class UploadHistory {

    private static final String OPEN = "select * from job where upload_id = $1";

    private static final String OVER = "select * from job_done where upload_id = $1 order by finished_at desc limit 1";

    /** Those that are over are written down; of the one that runs, only its job knows. */
    private static final String ATTEMPTS = """
            select attempt, ordered_at, ended_at, outcome, failure from job_attempt where upload_id = $1
            union all
            select attempt, claimed_at, null, null, null from job
            where upload_id = $1 and state in ('QUEUED', 'UPLOADING', 'PROCESSING', 'UNCONFIRMED')
              and claimed_at is not null
              and not exists (
                  select 1 from job_attempt known
                  where known.upload_id = $1 and known.attempt = job.attempt and known.ordered_at = job.claimed_at)
            order by attempt, ordered_at
            """;

    private final Pool pool;
    private final DatabaseClock clock;

    UploadHistory(Pool pool, DatabaseClock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Where the upload stands; empty where there is no job of it, or none any more. */
    Uni<Optional<Explanation>> explanation(UUID upload) {
        return row(OPEN, upload)
                .chain(open -> open.isPresent() ? Uni.createFrom().item(open) : row(OVER, upload))
                .chain(row -> clock.now(pool).map(now -> row.map(found -> explanation(found, now))));
    }

    /** All attempts that were ordered, the first first. */
    Uni<List<Attempt>> attempts(UUID upload) {
        return pool.preparedQuery(ATTEMPTS).execute(Tuple.of(upload)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(Attempt::of)
                .toList());
    }

    private Uni<Optional<Row>> row(String sql, UUID upload) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(upload))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }

    private static Explanation explanation(Row row, Instant now) {
        return Explanation.of(WaitingJob.of(row), cancellation(row), now);
    }

    /** Only what is over may have one. */
    private static Optional<Reason> cancellation(Row row) {
        return row.getColumnIndex("reason") < 0
                ? Optional.empty()
                : Optional.ofNullable(row.getJsonObject("reason"))
                        .map(json -> EventJson.decode(json.encode(), Reason.class));
    }
}
