package io.cliprelay.tiktok.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Asks for the latest videos. */
public record VideoPage(@JsonProperty("max_count") int maxCount) {}
