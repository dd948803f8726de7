package io.cliprelay.scheduler.budget;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An upload that is asked about before it is submitted.
 *
 * @param dueAt absent where the account's next free slot is wanted
 */
public record ForecastRequest(String platform, UUID accountId, Optional<Instant> dueAt, Optional<Instant> notAfter) {

    public ForecastRequest {
        dueAt = dueAt == null ? Optional.empty() : dueAt;
        notAfter = notAfter == null ? Optional.empty() : notAfter;
    }

    Wish at(Instant instant) {
        return new Wish(platform, accountId, instant, notAfter);
    }
}
