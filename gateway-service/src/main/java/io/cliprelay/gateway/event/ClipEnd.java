package io.cliprelay.gateway.event;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.gateway.clip.ClipView;
import io.cliprelay.gateway.status.UploadView;

/** What a clip came to once nothing of it moves any more. Plain functions. */
public enum ClipEnd {
    /** All of it is live, or waits as a draft for its owner. */
    PUBLISHED("clip.published"),
    /** At least one upload failed; a person can have it tried again, and then the clip ends once more. */
    FAILED("clip.failed"),
    /** Nothing of it went out, and nothing will. */
    CANCELLED("clip.cancelled"),
    /** A part of it is out, the rest was cancelled. */
    PARTLY_PUBLISHED("clip.partly-published");

    private final String type;

    ClipEnd(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /** Whether {@code eventType} tells of an end. */
    public static boolean isTold(String eventType) {
        return Arrays.stream(values()).anyMatch(end -> end.type.equals(eventType));
    }

    /** The end of a clip; empty while anything of it moves. */
    public static Optional<ClipEnd> of(ClipView clip) {
        return of(clip.uploads().stream().map(UploadView::state).toList());
    }

    static Optional<ClipEnd> of(Collection<UploadState> states) {
        if (states.isEmpty() || !states.stream().allMatch(UploadState::terminal)) {
            return Optional.empty();
        }
        Set<UploadState> all = EnumSet.copyOf(states);
        if (all.contains(UploadState.FAILED)) {
            return Optional.of(FAILED);
        }
        if (!all.contains(UploadState.CANCELLED)) {
            return Optional.of(PUBLISHED);
        }
        return Optional.of(all.size() == 1 ? CANCELLED : PARTLY_PUBLISHED);
    }
}
