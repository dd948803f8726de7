package io.cliprelay.sandbox.tiktok;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** One call with a JSON body and an answer in the envelope; called on an event loop, returns at once. */
interface ApiEndpoint {

    /** The operation's name for faults and counters. */
    String operation();

    /** The caption of the post that a call is about, if it is about one. */
    default Optional<String> title(JsonNode body) {
        return Optional.empty();
    }

    /**
     * Carries the call out.
     *
     * @return {@code data} of the answer
     * @throws ApiRefusal if the platform refuses it
     */
    JsonNode serve(ApiRequest request);
}
