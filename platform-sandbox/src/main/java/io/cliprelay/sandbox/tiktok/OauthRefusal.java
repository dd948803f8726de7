package io.cliprelay.sandbox.tiktok;

import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.http.Answer;

/** The authorisation server says no; flat, without the envelope (developers.tiktok.com/doc/oauth-error-handling). */
final class OauthRefusal extends RuntimeException {

    private final int status;
    private final String error;

    OauthRefusal(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    static OauthRefusal invalidRequest(String description) {
        return new OauthRefusal(400, "invalid_request", description);
    }

    Answer answer() {
        String logId = UUID.randomUUID().toString().replace("-", "");
        var body = JsonNodeFactory.instance.objectNode();
        body.put("error", error).put("error_description", getMessage()).put("log_id", logId);
        return Answer.json(status, body).with("x-tt-logid", logId);
    }
}
