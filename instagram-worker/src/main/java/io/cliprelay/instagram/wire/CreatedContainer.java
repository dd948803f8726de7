package io.cliprelay.instagram.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A container that was just opened.
 *
 * @param uri where its bytes go; null where the video is fetched by its address
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CreatedContainer(String id, String uri) {}
