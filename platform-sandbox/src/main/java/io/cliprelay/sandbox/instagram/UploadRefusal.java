package io.cliprelay.sandbox.instagram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.http.Answer;

/** A refusal of rupload, whose errors have a form of their own. */
final class UploadRefusal extends RuntimeException {

    private final String type;
    private final boolean retriable;

    private UploadRefusal(String type, String message, boolean retriable) {
        super(message);
        this.type = type;
        this.retriable = retriable;
    }

    static UploadRefusal of(String type, String message) {
        return new UploadRefusal(type, message, false);
    }

    static UploadRefusal retriable(String type, String message) {
        return new UploadRefusal(type, message, true);
    }

    Answer answer() {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("debug_info")
                .put("retriable", retriable)
                .put("type", type)
                .put("message", getMessage());
        return Answer.json(400, body);
    }
}
