package io.cliprelay.gateway.live;

import java.util.Optional;

import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.gateway.clip.ClipView;

/** What a reader of a stream is told. */
sealed interface Moment {

    /** Where a clip's stream begins: the clip as it is, and the last event that is in it. */
    record Snapshot(ClipView clip, Optional<String> lastEvent) implements Moment {}

    /** Where a stream of all events begins: after this one. */
    record Ready(Optional<String> lastEvent) implements Moment {}

    /** Something happened. */
    record Happened(StoredEvent event) implements Moment {}

    /** How far a running upload is. */
    record Progressed(UploadProgress progress) implements Moment {}

    /** Nothing, but the line stands. */
    record Alive() implements Moment {}

    /** The stream ends here, and why. */
    record Closed(CloseReason reason) implements Moment {}
}
