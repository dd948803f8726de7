package io.cliprelay.kit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.clip.ClipSubmitted;

/** Events to send about. */
public final class SampleEvents {

    private SampleEvents() {}

    public static EventEnvelope<ClipEvent> clipSubmitted(UUID clip) {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        return EventEnvelope.of("/test", clip.toString(), "acme", now, new ClipSubmitted(clip, now, List.of()));
    }
}
