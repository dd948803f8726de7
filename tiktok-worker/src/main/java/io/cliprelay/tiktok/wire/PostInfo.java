package io.cliprelay.tiktok.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * How a direct post shall be (developers.tiktok.com/doc/content-posting-api-reference-direct-post).
 *
 * @param title the caption
 * @param videoCoverTimestampMs null: the first frame
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PostInfo(
        String title,
        String privacyLevel,
        boolean disableComment,
        boolean disableDuet,
        boolean disableStitch,
        Long videoCoverTimestampMs,
        boolean brandContentToggle,
        boolean brandOrganicToggle,
        boolean isAigc) {}
