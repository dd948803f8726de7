package io.cliprelay.gateway.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.problem.FieldError;

/**
 * What is to be delivered again: one event, or all from an instant on.
 *
 * @param eventId as the receiver saw it in {@code webhook-id}
 * @param from the first instant
 * @param to the first instant that is not meant any more; now where absent
 */
@Schema(name = "WebhookReplayRequest")
public record ReplayRequest(Optional<String> eventId, Optional<Instant> from, Optional<Instant> to) {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (eventId.isPresent() == from.isPresent()) {
            errors.add(new FieldError(
                    "/eventId", "replay.unclear", "It is not clear what to replay.", "Send either eventId or from."));
        }
        if (to.isPresent() && from.filter(begin -> begin.isBefore(to.get())).isEmpty()) {
            errors.add(new FieldError("/to", "range.empty", "The range is empty.", "Send from, and a later to."));
        }
        from.filter(ReplayRequest::isOutOfReach).ifPresent(wrong -> errors.add(outOfReach("/from")));
        to.filter(ReplayRequest::isOutOfReach).ifPresent(wrong -> errors.add(outOfReach("/to")));
        return errors;
    }

    /** The database keeps instants for longer, but not all that there are. */
    private static boolean isOutOfReach(Instant instant) {
        return instant.isBefore(EARLIEST) || instant.isAfter(LATEST);
    }

    private static FieldError outOfReach(String pointer) {
        return new FieldError(
                pointer, "range.out-of-reach", "Nothing happened then.", "Send an instant of the last 30 days.");
    }
}
