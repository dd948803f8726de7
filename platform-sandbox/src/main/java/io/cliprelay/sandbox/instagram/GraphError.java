package io.cliprelay.sandbox.instagram;

import java.util.OptionalInt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.http.Answer;

/**
 * One of the Graph API's errors.
 *
 * @param retriable what the answer says as {@code is_transient}
 */
record GraphError(int status, int code, OptionalInt subcode, String message, boolean retriable) {

    static GraphError of(int code, String message) {
        return new GraphError(400, code, OptionalInt.empty(), message, false);
    }

    static GraphError of(int code, int subcode, String message) {
        return new GraphError(400, code, OptionalInt.of(subcode), message, false);
    }

    /** How fault rules call it: {@code 190/463}, or {@code 100}. */
    String name() {
        return subcode.isPresent() ? code + "/" + subcode.getAsInt() : Integer.toString(code);
    }

    GraphError saying(String detail) {
        return new GraphError(status, code, subcode, detail, retriable);
    }

    Answer answer() {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("message", message);
        error.put("type", code == 190 || code == 10 ? "OAuthException" : "IGApiException");
        error.put("code", code);
        subcode.ifPresent(value -> error.put("error_subcode", value));
        error.put("is_transient", retriable);
        error.put("fbtrace_id", "Asandbox" + Math.abs(message.hashCode()));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("error", error);
        return Answer.json(status, body);
    }
}
