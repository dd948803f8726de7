package io.cliprelay.gateway.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An upload that the scheduler is asked about.
 *
 * @param dueAt absent where the account's next free slot is wanted
 */
public record ForecastRequest(String platform, UUID accountId, Optional<Instant> dueAt, Optional<Instant> notAfter) {}
