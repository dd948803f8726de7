package io.cliprelay.gateway.live;

import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.cliprelay.contracts.EventJson;

/** Writes moments as server-sent events; plain functions. */
final class SseText {

    private SseText() {}

    static OutboundSseEvent event(Sse sse, Moment moment) {
        return switch (moment) {
            case Moment.Snapshot snapshot ->
                json(sse, "snapshot", snapshot.lastEvent(), EventJson.encode(snapshot.clip()));
            case Moment.Ready ready ->
                json(sse, "ready", ready.lastEvent(), EventJson.encode(Map.of("lastEvent", ready.lastEvent())));
            case Moment.Happened happened ->
                json(
                        sse,
                        happened.event().subject(),
                        Optional.of(happened.event().id()),
                        happened.event().body());
            case Moment.Progressed progressed ->
                json(sse, "progress", Optional.empty(), EventJson.encode(progressed.progress()));
            case Moment.Alive alive -> sse.newEventBuilder().comment("alive").build();
            case Moment.Closed closed -> json(sse, "closed", Optional.empty(), reason(closed.reason()));
        };
    }

    private static String reason(CloseReason reason) {
        return EventJson.encode(Map.of("code", reason.code(), "detail", reason.detail()));
    }

    /**
     * Text without a media type, for which the framework would add a field that the standard does not have. Without an id, a
     * reader's last one stays what it was.
     */
    private static OutboundSseEvent json(Sse sse, String name, Optional<String> id, String json) {
        OutboundSseEvent.Builder event = sse.newEventBuilder().name(name).data(json);
        id.ifPresent(event::id);
        return event.build();
    }
}
