package io.cliprelay.gateway.clip;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.gateway.status.UploadRow;
import io.cliprelay.gateway.status.UploadView;

/**
 * A clip as callers see it, with its uploads in the order of its targets.
 *
 * @param revision counts what its owner changed of it, from 0; its ETag
 */
@Schema(name = "Clip")
public record ClipView(UUID id, String title, Instant createdAt, int revision, List<UploadView> uploads) {

    public ClipView {
        uploads = List.copyOf(uploads);
    }

    /** A new clip and its uploads. */
    public static ClipView ofNew(UUID id, String title, Instant createdAt, List<UploadView> uploads) {
        return new ClipView(id, title, createdAt, 0, uploads);
    }

    static ClipView of(ClipRow clip, List<UploadRow> uploads) {
        return new ClipView(
                clip.id(),
                clip.title(),
                clip.createdAt(),
                clip.revision(),
                uploads.stream().map(UploadRow::upload).map(UploadView::of).toList());
    }
}
