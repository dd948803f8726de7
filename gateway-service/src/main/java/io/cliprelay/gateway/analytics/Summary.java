package io.cliprelay.gateway.analytics;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a tenant's uploads, in numbers, as the description of the API shows it. */
@Schema(name = "Summary")
record Summary(
        long uploads,
        long published,
        long drafted,
        long failed,
        long cancelled,
        Double successRate,
        Instant lastSuccess,
        List<PlatformSummary> platforms) {

    /**
     * The same for one platform.
     *
     * @param successRate published among published and failed, from 0 to 1; absent before the first
     * @param uploadTime seconds from the start of the attempt that published until the post was live
     * @param errors the most frequent reasons of failed attempts
     * @param reception what the published posts have come to
     */
    @Schema(name = "PlatformSummary")
    record PlatformSummary(
            String platform,
            long uploads,
            long published,
            long drafted,
            long failed,
            long cancelled,
            Double successRate,
            Instant lastSuccess,
            Spread uploadTime,
            long rateLimitHits,
            List<Reason> errors,
            Reception reception) {}

    /** Durations in seconds. */
    @Schema(name = "Spread")
    record Spread(long uploads, double average, double p50, double p90, double p99) {}

    /** How often attempts failed for one reason. */
    @Schema(name = "Reason")
    record Reason(String platform, String category, String code, long hits, Instant lastAt) {}

    /** Views, likes, comments and shares, summed over what was last told of each post; absent what was told of none. */
    @Schema(name = "Reception")
    record Reception(long posts, long missing, Long views, Long likes, Long comments, Long shares) {}
}
