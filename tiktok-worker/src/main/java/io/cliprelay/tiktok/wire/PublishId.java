package io.cliprelay.tiktok.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Names a publication. */
public record PublishId(@JsonProperty("publish_id") String publishId) {}
