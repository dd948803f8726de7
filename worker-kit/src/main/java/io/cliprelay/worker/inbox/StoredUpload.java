package io.cliprelay.worker.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.RemoteHandle;

/**
 * An upload as it stands in the table, taken by this process.
 *
 * @param fencing the number that this take was given
 * @param handle the platform's session, where one was opened
 * @param totalBytes the media's size when the session was opened; 0 before
 * @param mediaVersion which version of the media the session was opened for
 * @param ackedBytes what the platform was last known to have
 * @param intentAt when a call was about to be made that may publish, and no outcome is known
 * @param postId the post, once the platform has named it
 * @param looks how often in a row was looked in vain, of whatever the step looks for
 * @param unclearAt since when it is told that nobody knows whether it was published
 * @param missingAt since when each answer says that what is looked for is not there
 * @param verdict what the platform said of the publishing call that may have had an effect all the same
 * @param resumes how often in this attempt sending went on after a time of not knowing
 */
public record StoredUpload(
        UploadCommand command,
        String tenant,
        Optional<String> traceparent,
        Step step,
        long fencing,
        Optional<RemoteHandle> handle,
        long totalBytes,
        Optional<String> mediaVersion,
        long ackedBytes,
        Optional<Instant> intentAt,
        Optional<String> postId,
        int looks,
        Optional<Instant> unclearAt,
        Optional<Instant> missingAt,
        Optional<UploadFailure> verdict,
        int resumes) {

    public StoredUpload {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(step, "step");
    }

    /** The upload in a row of the table. Throws where the row was not written by this release or an older one. */
    public static StoredUpload of(Row row) {
        return new StoredUpload(
                EventJson.decode(row.getString("command"), UploadCommand.class),
                row.getString("tenant"),
                Optional.ofNullable(row.getString("traceparent")),
                Step.valueOf(row.getString("step")),
                row.getLong("fencing"),
                instant(row, "opened_at").map(at -> new RemoteHandle(row.getString("handle"), at)),
                row.getLong("total_bytes"),
                Optional.ofNullable(row.getString("media_version")),
                row.getLong("acked_bytes"),
                instant(row, "intent_at"),
                Optional.ofNullable(row.getString("post_id")),
                row.getInteger("looks"),
                instant(row, "unclear_at"),
                instant(row, "missing_at"),
                Optional.ofNullable(row.getJsonObject("verdict"))
                        .map(json -> EventJson.decode(json.encode(), UploadFailure.class)),
                row.getInteger("resumes"));
    }

    /** The same with the database's times told by another clock, which said {@code ours} when the database's {@code theirs}. */
    StoredUpload by(Instant theirs, Instant ours) {
        Duration ahead = Duration.between(theirs, ours);
        return new StoredUpload(
                command,
                tenant,
                traceparent,
                step,
                fencing,
                handle,
                totalBytes,
                mediaVersion,
                ackedBytes,
                intentAt.map(at -> at.plus(ahead)),
                postId,
                looks,
                unclearAt.map(at -> at.plus(ahead)),
                missingAt.map(at -> at.plus(ahead)),
                verdict,
                resumes);
    }

    public UUID id() {
        return command.upload().uploadId();
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
