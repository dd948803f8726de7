package io.cliprelay.gateway.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.gateway.clip.ClipView;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadView;

/**
 * What happened to a clip or to one of its uploads, as it is sent to webhooks and told by event streams.
 *
 * @param type such as {@code upload.published} or {@code clip.published}
 * @param timestamp when it happened
 */
@Schema(name = "Event")
public record Happening(String type, Instant timestamp, Data data) {

    /** The type of what is told of a new clip. */
    public static final String SUBMITTED = "clip.submitted";

    /** All types that can be asked for. */
    public static final Set<String> TYPES = Stream.of(
                    Stream.of(SUBMITTED),
                    Arrays.stream(OwnersChange.values()).map(OwnersChange::type),
                    Arrays.stream(ClipEnd.values()).map(ClipEnd::type),
                    Arrays.stream(UploadEvent.class.getPermittedSubclasses())
                            .map(EventTypes::nameOf)
                            .map(Happening::typeOf))
            .flatMap(types -> types)
            .collect(Collectors.toCollection(TreeSet::new));

    public Happening {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(data, "data");
    }

    /**
     * What it is about.
     *
     * @param upload as it was then; absent where it happened to the clip
     * @param clip as it was then, with all its uploads; absent where it happened to an upload
     */
    @Schema(name = "EventData")
    public record Data(UUID clipId, Optional<UploadView> upload, Optional<ClipView> clip) {
        public Data {
            Objects.requireNonNull(clipId, "clipId");
            Objects.requireNonNull(upload, "upload");
            Objects.requireNonNull(clip, "clip");
        }
    }

    /** What scheduler or worker told of an upload. */
    static Happening of(EventEnvelope<UploadEvent> event, UUID clipId, Upload upload) {
        return toUpload(typeOf(event.type()), event.time(), clipId, upload);
    }

    /** What an upload came to by a change that its owner made. */
    static Happening of(Upload changed, UUID clipId, Instant at) {
        return toUpload(typeOf(changed.status().state()), at, clipId, changed);
    }

    static Happening of(String type, Instant at, ClipView clip) {
        return new Happening(type, at, new Data(clip.id(), Optional.empty(), Optional.of(clip)));
    }

    private static Happening toUpload(String type, Instant at, UUID clipId, Upload upload) {
        return new Happening(type, at, new Data(clipId, Optional.of(UploadView.of(upload)), Optional.empty()));
    }

    /** {@code io.cliprelay.upload.published.v1} is {@code upload.published} to those outside. */
    private static String typeOf(String eventType) {
        return eventType.replaceFirst("^io\\.cliprelay\\.", "").replaceFirst("\\.v\\d+$", "");
    }

    private static String typeOf(UploadState state) {
        return typeOf(EventTypes.nameOf(
                switch (state) {
                    case SCHEDULED -> UploadEvent.Scheduled.class;
                    case QUEUED -> UploadEvent.Queued.class;
                    case UPLOADING -> UploadEvent.Started.class;
                    case PROCESSING -> UploadEvent.Processing.class;
                    case PUBLISHED -> UploadEvent.Published.class;
                    case DRAFTED -> UploadEvent.Drafted.class;
                    case RETRY_WAIT -> UploadEvent.RetryScheduled.class;
                    case HELD -> UploadEvent.Held.class;
                    case UNCONFIRMED -> UploadEvent.Unconfirmed.class;
                    case FAILED -> UploadEvent.Failed.class;
                    case CANCELLED -> UploadEvent.Cancelled.class;
                }));
    }
}
