package io.cliprelay.sandbox.linkedin;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.sandbox.http.Answer;

/** One call of {@code /rest}; called on an event loop, returns at once. */
interface RestEndpoint {

    /** The operation's name for faults and counters. */
    String operation();

    /** The title of the post that a call is about, as far as the call says. */
    default Optional<String> title(JsonNode body) {
        return Optional.of("");
    }

    /**
     * Carries the call out.
     *
     * @throws RestRefusal if the platform refuses it
     */
    Answer serve(RestRequest request);
}
