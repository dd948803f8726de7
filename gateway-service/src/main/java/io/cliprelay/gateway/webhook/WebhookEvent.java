package io.cliprelay.gateway.webhook;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadView;

/**
 * What an endpoint is sent.
 *
 * @param type such as {@code upload.published}
 * @param timestamp when it happened
 */
@Schema(name = "WebhookEvent")
public record WebhookEvent(String type, Instant timestamp, Data data) {

    /** The type of what is sent to try an endpoint. */
    static final String TEST = "webhook.test";

    /** All types that can be asked for. */
    static final Set<String> TYPES = Arrays.stream(UploadEvent.class.getPermittedSubclasses())
            .map(EventTypes::nameOf)
            .map(WebhookEvent::typeOf)
            .collect(Collectors.toCollection(TreeSet::new));

    public WebhookEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(data, "data");
    }

    /**
     * What it is about.
     *
     * @param upload as it was then
     */
    @Schema(name = "WebhookEventData")
    public record Data(UUID clipId, UploadView upload) {}

    static WebhookEvent of(EventEnvelope<UploadEvent> event, UUID clipId, Upload upload) {
        return new WebhookEvent(typeOf(event.type()), event.time(), new Data(clipId, UploadView.of(upload)));
    }

    /** {@code io.cliprelay.upload.published.v1} is {@code upload.published} to those outside. */
    private static String typeOf(String eventType) {
        return eventType.replaceFirst("^io\\.cliprelay\\.", "").replaceFirst("\\.v\\d+$", "");
    }
}
