package io.cliprelay.instagram.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A published media; any field but the id may be null. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Media(
        String id,
        String caption,
        String timestamp,
        String permalink,
        @JsonProperty("media_product_type") String productType) {}
