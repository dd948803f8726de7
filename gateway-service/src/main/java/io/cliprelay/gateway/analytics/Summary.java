package io.cliprelay.gateway.analytics;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a tenant's uploads, in numbers. */
@Schema(name = "Summary")
@JsonIgnoreProperties(ignoreUnknown = true)
public record Summary(long uploads, long published, long failed, List<PlatformSummary> platforms) {

    public Summary {
        platforms = platforms == null ? List.of() : List.copyOf(platforms);
    }

    /**
     * The same for one platform.
     *
     * @param successRate published among published and failed, from 0 to 1; absent before the first
     * @param reception what the published posts have come to
     */
    @Schema(name = "PlatformSummary")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PlatformSummary(
            String platform, long uploads, long published, long failed, Double successRate, Reception reception) {}

    /** Views, likes, comments and shares, summed over what was last told of each post; null what was told of none. */
    @Schema(name = "Reception")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reception(Long views, Long likes, Long comments, Long shares) {}
}
