package io.cliprelay.tiktok.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What a creator may post right now (developers.tiktok.com/doc/content-posting-api-reference-query-creator-info).
 *
 * @param creatorUsername as in a permalink; null where TikTok leaves it out
 * @param maxVideoPostDurationSec 0 where TikTok leaves it out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CreatorInfo(
        String creatorUsername,
        List<String> privacyLevelOptions,
        boolean commentDisabled,
        boolean duetDisabled,
        boolean stitchDisabled,
        int maxVideoPostDurationSec) {

    public CreatorInfo {
        privacyLevelOptions = privacyLevelOptions == null ? List.of() : List.copyOf(privacyLevelOptions);
    }
}
