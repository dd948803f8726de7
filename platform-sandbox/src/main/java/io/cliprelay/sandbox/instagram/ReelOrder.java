package io.cliprelay.sandbox.instagram;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a container is to become.
 *
 * @param videoUrl where the video is fetched; empty where its bytes are sent
 * @param given all parameters but the token
 */
record ReelOrder(Optional<String> videoUrl, String caption, JsonNode given) {}
