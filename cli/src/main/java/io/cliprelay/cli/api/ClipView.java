package io.cliprelay.cli.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.upload.UploadState;

/** A clip as the gateway tells it. */
public record ClipView(UUID id, String title, Optional<Instant> createdAt, List<UploadView> uploads) {

    public ClipView {
        uploads = uploads == null ? List.of() : List.copyOf(uploads);
    }

    public boolean isOver() {
        return uploads.stream().allMatch(upload -> upload.state().terminal());
    }

    /** Whether each upload came to the end that was asked for: published, or prepared as a draft. */
    public boolean isDone() {
        return uploads.stream().allMatch(upload -> upload.isPublished() || upload.state() == UploadState.DRAFTED);
    }

    public boolean isPublished() {
        return uploads.stream().allMatch(UploadView::isPublished);
    }
}
