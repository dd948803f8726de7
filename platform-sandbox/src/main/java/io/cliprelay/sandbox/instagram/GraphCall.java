package io.cliprelay.sandbox.instagram;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** One operation of the API. */
interface GraphCall {

    /** As fault rules name it. */
    String operation(GraphRequest request);

    /** The caption of the post that the call is about. */
    default Optional<String> title(GraphRequest request) {
        return Optional.empty();
    }

    /**
     * Carries it out.
     *
     * @throws GraphRefusal if not
     */
    JsonNode serve(GraphRequest request);
}
