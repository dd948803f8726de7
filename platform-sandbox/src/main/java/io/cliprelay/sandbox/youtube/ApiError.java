package io.cliprelay.sandbox.youtube;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.http.Answer;

/**
 * An error of the Data API in its usual envelope.
 *
 * @param message for the whole; {@code itemMessage} is the one inside {@code errors[0]}
 * @param location which header or parameter is to blame
 * @param grpcStatus present only on errors from the newer front end
 */
record ApiError(
        int status,
        String domain,
        String reason,
        String message,
        String itemMessage,
        Optional<Location> location,
        Optional<String> grpcStatus,
        Map<String, String> headers) {

    record Location(String name, String type) {}

    static ApiError of(int status, String domain, String reason, String message) {
        return new ApiError(status, domain, reason, message, message, Optional.empty(), Optional.empty(), Map.of());
    }

    ApiError saying(String otherMessage) {
        return new ApiError(status, domain, reason, otherMessage, otherMessage, location, grpcStatus, headers);
    }

    ApiError at(String name, String type) {
        var place = Optional.of(new Location(name, type));
        return new ApiError(status, domain, reason, message, itemMessage, place, grpcStatus, headers);
    }

    Answer answer() {
        var item = JsonNodeFactory.instance.objectNode();
        item.put("message", itemMessage).put("domain", domain).put("reason", reason);
        location.ifPresent(place -> item.put("location", place.name()).put("locationType", place.type()));
        var error = JsonNodeFactory.instance.objectNode();
        error.put("code", status).put("message", message).putArray("errors").add(item);
        grpcStatus.ifPresent(name -> error.put("status", name));
        var answer = Answer.json(status, JsonNodeFactory.instance.objectNode().set("error", error));
        for (var header : headers.entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }
}
