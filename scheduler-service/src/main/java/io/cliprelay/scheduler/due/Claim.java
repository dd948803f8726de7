package io.cliprelay.scheduler.due;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * What one statement took.
 *
 * @param id of the claim, which is open until it is confirmed; empty where nothing was taken
 * @param jobs the most urgent first, of those the longest due
 * @param now the database's clock
 * @param next when the next job is due after that; empty where none waits, or nobody asked
 * @param seen how many were due, up to the size of a batch; 0 where nobody asked
 */
record Claim(Optional<UUID> id, List<DueJob> jobs, Instant now, Optional<Instant> next, int seen) {

    private static final Comparator<DueJob> TURN =
            Comparator.comparing(DueJob::priority).thenComparing(DueJob::dueAt);

    Claim {
        jobs = List.copyOf(jobs);
    }

    /** One row per job, and one without a job that says the rest. */
    static Claim of(RowSet<Row> rows) {
        List<DueJob> jobs = new ArrayList<>(rows.size());
        Row rest = null;
        for (Row row : rows) {
            if (row.getUUID(0) == null) {
                rest = row;
            } else {
                jobs.add(DueJob.of(row));
            }
        }
        jobs.sort(TURN);
        Optional<UUID> id = Optional.ofNullable(rest.getUUID(14));
        return new Claim(id, jobs, instant(rest, 11).orElseThrow(), instant(rest, 12), rest.getInteger(13));
    }

    /** Something was due that could not be taken: somebody held it, or had something to say of it first. */
    boolean missedSome() {
        return seen > jobs.size();
    }

    private static Optional<Instant> instant(Row row, int column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
