package io.cliprelay.sandbox.tiktok;

import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.http.Answer;

/** What {@code error} says in TikTok's envelope; the code {@code ok} is no error. */
record ApiError(int status, String code, String message) {

    private static final ApiError OK = new ApiError(200, "ok", "");

    /** A success with this data. */
    static Answer ok(JsonNode data) {
        return OK.answer(data);
    }

    ApiError saying(String otherMessage) {
        return new ApiError(status, code, otherMessage);
    }

    ApiError withStatus(int otherStatus) {
        return new ApiError(otherStatus, code, message);
    }

    Answer answer() {
        return answer(JsonNodeFactory.instance.objectNode());
    }

    private Answer answer(JsonNode data) {
        String logId = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        var body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        body.putObject("error").put("code", code).put("message", message).put("log_id", logId);
        return Answer.json(status, body).with("x-tt-logid", logId);
    }
}
