package io.cliprelay.sandbox.linkedin;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.http.Answer;

/**
 * LinkedIn's error envelope (learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling).
 *
 * @param serviceErrorCode the older number of an error, where it has one
 * @param inputError the code of the one input error in {@code errorDetails}, where there is one
 */
record RestError(
        int status,
        Optional<String> code,
        String message,
        Optional<Integer> serviceErrorCode,
        Optional<String> inputError) {

    static RestError of(int status, String code, String message) {
        return new RestError(status, Optional.of(code), message, Optional.empty(), Optional.empty());
    }

    static RestError bare(int status, String message) {
        return new RestError(status, Optional.empty(), message, Optional.empty(), Optional.empty());
    }

    RestError numbered(int number) {
        return new RestError(status, code, message, Optional.of(number), inputError);
    }

    RestError saying(String otherMessage) {
        return new RestError(status, code, otherMessage, serviceErrorCode, inputError);
    }

    /** The repeat of a post: the message names the first one (issue Arisamiga/Linkedin-RSS#5). */
    static RestError duplicateOf(String urn) {
        return new RestError(
                422,
                Optional.empty(),
                "Content is a duplicate of " + urn,
                Optional.empty(),
                Optional.of("DUPLICATE_POST"));
    }

    Answer answer() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", message).put("status", status);
        code.ifPresent(text -> body.put("code", text));
        serviceErrorCode.ifPresent(number -> body.put("serviceErrorCode", number));
        inputError.ifPresent(text -> describe(body, text));
        return Answer.json(status, body).with("x-li-uuid", UUID.randomUUID().toString());
    }

    private static void describe(ObjectNode body, String inputError) {
        body.put("errorDetailType", "com.linkedin.common.error.BadRequest");
        ObjectNode input =
                body.putObject("errorDetails").putArray("inputErrors").addObject();
        input.put("description", "Duplicate post is detected").put("code", inputError);
        input.putObject("input");
    }
}
