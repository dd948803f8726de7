package io.cliprelay.linkedin.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** How far a video is. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VideoState(String id, String status, String processingFailureReason) {}
