package io.cliprelay.gateway.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.PlannedUpload;

/**
 * A stored clip as its owner wants it from now on, found sound.
 *
 * @param keepsTimes whether its uploads go out when they would have
 */
public record Revision(String title, ClipSubmission submission, List<PlannedUpload> uploads, boolean keepsTimes) {

    public Revision {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(submission, "submission");
        uploads = List.copyOf(uploads);
    }

    /** A clip that goes out at the times of {@code uploads}. */
    public Revision(String title, ClipSubmission submission, List<PlannedUpload> uploads) {
        this(title, submission, uploads, false);
    }

    /** The same, going out when it would have: as far as is known here, when {@code due} says. */
    public Revision keeping(Map<UUID, Instant> due) {
        List<PlannedUpload> kept = uploads.stream()
                .map(upload -> upload.dueAt(due.getOrDefault(upload.uploadId(), upload.dueAt())))
                .toList();
        return new Revision(title, submission, kept, true);
    }
}
