package io.cliprelay.analytics.tally;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How often attempts failed for one reason.
 *
 * @param category as events name it: {@code rate-limited}
 * @param code the platform's own, where it gave one
 */
public record ErrorCount(String platform, String category, String code, long hits, Instant lastAt) {

    private static final String RATE_LIMITED = "rate-limited";

    public ErrorCount {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(lastAt, "lastAt");
    }

    /** How many of them were the platform's word that we are too fast. */
    public static long rateLimitHits(List<ErrorCount> errors) {
        return errors.stream()
                .filter(error -> error.category.equals(RATE_LIMITED))
                .mapToLong(ErrorCount::hits)
                .sum();
    }
}
