package io.cliprelay.sandbox.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * An HTTP answer as a value, so that it can be decided in a plain function, kept, and sent again.
 *
 * @param phrase the reason phrase, where it is not the usual one
 */
public record Answer(int status, Optional<String> phrase, Map<String, String> headers, Buffer body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer empty(int status) {
        return new Answer(status, Optional.empty(), Map.of(), Buffer.buffer());
    }

    public static Answer json(int status, JsonNode body) {
        return of(status, "application/json; charset=UTF-8", body.toString());
    }

    public static Answer html(int status, String body) {
        return of(status, "text/html; charset=UTF-8", body);
    }

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Optional.empty(), Map.of("Content-Type", contentType), Buffer.buffer(body));
    }

    public Answer with(String header, String value) {
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new Answer(status, phrase, more, body);
    }

    public Answer withPhrase(String newPhrase) {
        return new Answer(status, Optional.of(newPhrase), headers, body);
    }

    public Answer withStatus(int newStatus) {
        return new Answer(newStatus, phrase, headers, body);
    }

    /** Sends this; nothing happens if the client has gone or was answered already. */
    public void writeTo(HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status);
        phrase.ifPresent(response::setStatusMessage);
        headers.forEach(response::putHeader);
        response.end(body);
    }
}
