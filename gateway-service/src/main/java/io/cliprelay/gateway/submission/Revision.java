package io.cliprelay.gateway.submission;

import java.util.List;
import java.util.Objects;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.PlannedUpload;

/** A stored clip as its owner wants it from now on, found sound. */
public record Revision(String title, ClipSubmission submission, List<PlannedUpload> uploads) {

    public Revision {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(submission, "submission");
        uploads = List.copyOf(uploads);
    }
}
