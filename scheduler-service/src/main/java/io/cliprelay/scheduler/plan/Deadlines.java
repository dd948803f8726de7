package io.cliprelay.scheduler.plan;

import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.scheduler.job.Job;

/** Cancels what did not go out before its deadline. What is with a worker by then is left to it. */
@ApplicationScoped
class Deadlines {

    private static final int BATCH = 200;

    /** The clock is read once, in a select of its own: compared with a function that changes, no index is searched. */
    private static final String LATE = """
            from job where not_after < (select scheduler_now()) and (waiting or held)
            """;

    /** By the index, because ordered: else the whole table is read in the hope of finding one soon. */
    static final String ANY =
            "select exists (select 1 from (select 1 " + LATE + " order by not_after limit 1) one) as late";

    private static final String TAKE = "select * " + LATE + " order by not_after limit $1 for update skip locked";

    private static final Reason PASSED = new Reason(
            "deadline.passed",
            "It was not to go out later than its deadline, and could not before.",
            "Submit it again with a later deadline, or without one.");

    private final Cancellations cancellations;

    Deadlines(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    /** Whether something is late: asked often, and nearly always in vain. */
    Uni<Boolean> any(SqlClient client) {
        return client.query(ANY).execute().map(rows -> rows.iterator().next().getBoolean("late"));
    }

    /** Cancels some of what is late; yields how many. */
    Uni<Integer> cancelLate(SqlConnection transaction) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(BATCH))
                .<List<Job>>map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Job::of)
                        .toList())
                .chain(late -> cancellations.cancel(transaction, late, PASSED));
    }
}
