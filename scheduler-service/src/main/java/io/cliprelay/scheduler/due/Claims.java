package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.scheduler.job.Job;

/** Takes jobs whose time has come. */
@ApplicationScoped
class Claims {

    private static final String CLAIM = """
            with due as (
                select upload_id from job
                where waiting and due_at <= (select scheduler_now())
                  and (not_after is null or not_after >= (select scheduler_now()))
                order by due_at limit $1
                for update skip locked),
            claimed as (
                update job set state = 'QUEUED', attempt = attempt + 1, claimed_at = scheduler_now(),
                               updated_at = scheduler_now()
                from due where job.upload_id = due.upload_id
                returning job.*),
            noted as (
                insert into job_attempt (upload_id, attempt, ordered_at)
                select upload_id, attempt, claimed_at from claimed)
            select * from claimed
            """;

    private static final String UNANSWERED = """
            with silent as (
                select upload_id from job
                where ordered and updated_at < scheduler_now() - $2 * interval '1 millisecond'
                order by updated_at limit $1
                for update skip locked)
            update job set updated_at = scheduler_now()
            from silent where job.upload_id = silent.upload_id
            returning job.*
            """;

    /** What is due already and was not claimed is in another replica's hands. */
    private static final String UNTIL_NEXT = """
            select cast(ceil(extract(epoch from min(due_at) - scheduler_now()) * 1000) as bigint) as millis
            from job where waiting and due_at > (select scheduler_now())
            """;

    /**
     * Takes jobs that are due, the longest due first, and counts their next attempt as ordered. Skips what another
     * transaction holds.
     */
    Uni<List<Job>> claimDue(SqlConnection transaction, int atMost) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(atMost))
                // An update returns its rows in no order of note.
                .map(rows -> jobs(rows).sorted(Comparator.comparing(Job::dueAt)).toList());
    }

    /** Takes jobs whose command was sent longer than {@code silence} ago and whose worker has said nothing yet. */
    Uni<List<Job>> claimUnanswered(SqlConnection transaction, int atMost, Duration silence) {
        return transaction
                .preparedQuery(UNANSWERED)
                .execute(Tuple.of(atMost, silence.toMillis()))
                .map(rows -> jobs(rows).toList());
    }

    /** How long until the next job is due, rounded up to milliseconds; empty where none waits for a later instant. */
    Uni<Optional<Duration>> untilNextDue(SqlConnection transaction) {
        return transaction.query(UNTIL_NEXT).execute().map(rows -> Optional.ofNullable(
                        rows.iterator().next().getLong("millis"))
                .map(Duration::ofMillis));
    }

    private static Stream<Job> jobs(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Job::of);
    }
}
