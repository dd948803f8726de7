package io.cliprelay.sandbox.linkedin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.http.Answer;

/**
 * The authorisation server says no. A dead token is an {@code invalid_request} here
 * (learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens).
 */
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
        var body = JsonNodeFactory.instance.objectNode();
        return Answer.json(status, body.put("error", error).put("error_description", getMessage()));
    }
}
