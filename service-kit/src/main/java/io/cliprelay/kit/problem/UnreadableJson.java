package io.cliprelay.kit.problem;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;

/** Says where JSON went wrong, and how to mend it; plain functions. */
public final class UnreadableJson {

    private UnreadableJson() {}

    /** The problem for a body that could not be read. */
    public static Problem problem(JsonProcessingException unreadable) {
        return Problem.of(
                400,
                "body.unreadable",
                ProblemCategory.INVALID_INPUT,
                "The body could not be read",
                "The JSON that was sent is not what is expected here; nothing was stored.",
                List.of(error(unreadable)));
    }

    private static FieldError error(JsonProcessingException unreadable) {
        return switch (unreadable) {
            case UnrecognizedPropertyException unknown ->
                new FieldError(
                        pointer(unknown),
                        "field.unknown",
                        "There is no field \"" + unknown.getPropertyName() + "\" here.",
                        "Remove it, or use one of: " + known(unknown) + ".");
            case InvalidFormatException wrong ->
                new FieldError(
                        pointer(wrong),
                        "field.type",
                        "\"" + wrong.getValue() + "\" cannot stand here.",
                        "Send " + expected(wrong.getTargetType()) + ".");
            case JsonMappingException mismatch ->
                new FieldError(
                        pointer(mismatch),
                        "field.type",
                        firstLine(mismatch.getOriginalMessage()),
                        "Send a value of the type that the API description names.");
            default ->
                new FieldError(
                        "",
                        "json.malformed",
                        firstLine(unreadable.getOriginalMessage()) + position(unreadable),
                        "Send well-formed JSON.");
        };
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> EventJson.encode(constant).replace("\"", ""))
                            .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "an instant such as 2030-01-31T18:00:00Z";
        }
        return type == URI.class
                ? "a URI such as file:/videos/my%20holiday.mp4, with special characters escaped"
                : "a value of the type that the API description names";
    }

    private static String pointer(JsonMappingException at) {
        return at.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String position(JsonProcessingException unreadable) {
        return unreadable.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(
                                unreadable.getLocation().getLineNr(),
                                unreadable.getLocation().getColumnNr());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unreadable");
    }
}
