package io.cliprelay.sandbox.youtube;

import java.util.Optional;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.sandbox.http.Answer;

/** One operation of the Data API with a small body; called on an event loop, returns at once. */
interface ApiEndpoint {

    /** The operation's name for faults and counters. */
    String operation();

    /** The title of the post that a call is about, if it is about one. */
    default Optional<String> title(HttpServerRequest request, Buffer body) {
        return Optional.empty();
    }

    /**
     * Carries the call out.
     *
     * @throws ApiRefusal if the platform refuses it
     */
    Answer serve(ApiRequest request);
}
