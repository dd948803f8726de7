package io.cliprelay.contracts.clip;

import java.util.UUID;

/** What the gateway tells of a clip, on {@code clip-events}, keyed by clip id: one clip, one partition, one order. */
public sealed interface ClipEvent
        permits ClipSubmitted,
                ClipRevised,
                ClipCancelled,
                ClipPaused,
                ClipResumed,
                UploadRetryRequested,
                UploadSettled {

    UUID clipId();
}
