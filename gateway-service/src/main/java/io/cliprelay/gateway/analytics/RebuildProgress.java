package io.cliprelay.gateway.analytics;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the numbers are made anew, as the description of the API shows it.
 *
 * @param events how many were read
 * @param endedAt absent while it runs
 * @param failure why it came to nothing; absent where it did not
 */
@Schema(name = "Rebuild")
record RebuildProgress(Instant startedAt, Instant seenAt, long events, Instant endedAt, String failure) {}
