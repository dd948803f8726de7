package io.cliprelay.scheduler.hold;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.vertx.mutiny.sqlclient.Row;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.scheduler.job.Job;

/**
 * A job that is not out: it waits for its time, or is held.
 *
 * @param hold what it is held by; empty where it waits for its time
 * @param placed why it is not at the time that its submission said; empty where it is
 * @param pausedAt since when it is paused by a person, whatever else holds it
 */
public record WaitingJob(Job job, Optional<Hold> hold, Optional<Instant> pausedAt, Optional<Reason> placed) {

    public WaitingJob {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(hold, "hold");
        Objects.requireNonNull(pausedAt, "pausedAt");
        Objects.requireNonNull(placed, "placed");
    }

    /** A job that is where its submission said. */
    public WaitingJob(Job job, Optional<Hold> hold, Optional<Instant> pausedAt) {
        this(job, hold, pausedAt, Optional.empty());
    }

    /** The job in a row with all columns. */
    public static WaitingJob of(Row row) {
        return new WaitingJob(
                Job.of(row),
                Optional.ofNullable(row.getJsonObject("hold")).map(json -> EventJson.decode(json.encode(), Hold.class)),
                Optional.ofNullable(row.getOffsetDateTime("paused_at")).map(time -> time.toInstant()),
                placed(row));
    }

    /** What is over is nowhere any more. */
    private static Optional<Reason> placed(Row row) {
        return row.getColumnIndex("placed") < 0
                ? Optional.empty()
                : Optional.ofNullable(row.getJsonObject("placed"))
                        .map(json -> EventJson.decode(json.encode(), Reason.class));
    }
}
