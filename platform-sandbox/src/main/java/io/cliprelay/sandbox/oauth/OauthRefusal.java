package io.cliprelay.sandbox.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.http.Answer;

/** The authorisation server says no, in the words of RFC 6749, section 5.2. */
public final class OauthRefusal extends RuntimeException {

    private final int status;
    private final String error;

    public OauthRefusal(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    public String error() {
        return error;
    }

    public Answer answer() {
        var body = JsonNodeFactory.instance.objectNode();
        return Answer.json(status, body.put("error", error).put("error_description", getMessage()));
    }
}
