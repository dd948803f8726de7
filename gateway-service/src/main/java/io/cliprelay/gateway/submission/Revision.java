package io.cliprelay.gateway.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.PlannedUpload;

/** A stored clip as its owner wants it from now on, found sound. */
public record Revision(String title, ClipSubmission submission, List<PlannedUpload> uploads) {

    public Revision {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(submission, "submission");
        uploads = List.copyOf(uploads);
    }

    /** The same with its uploads due when they are by now; what is missing in {@code due} keeps what it has. */
    public Revision keeping(Map<UUID, Instant> due) {
        List<PlannedUpload> kept = uploads.stream()
                .map(upload -> upload.dueAt(due.getOrDefault(upload.uploadId(), upload.dueAt())))
                .toList();
        return new Revision(title, submission, kept);
    }
}
