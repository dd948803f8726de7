package io.cliprelay.sandbox.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.sandbox.http.Answer;

/** Reads the {@code action} of a rule, in the words of one platform. */
final class FaultActionReader {

    private static final Map<String, Set<String>> FIELDS_BY_TYPE = Map.ofEntries(
            Map.entry("status", Set.of("status", "body", "headers", "reason", "retryAfter")),
            Map.entry("delay", Set.of("millis")),
            Map.entry("throttle", Set.of("bytesPerSecond")),
            Map.entry("cut-before-effect", Set.of("afterBytes")),
            Map.entry("cut-after-effect", Set.of()),
            Map.entry("store-less", Set.of("bytes")),
            Map.entry("processing-failure", Set.of("reason")),
            Map.entry("rejection", Set.of("reason")),
            Map.entry("forget-session", Set.of()),
            Map.entry("revoke-access-token", Set.of()),
            Map.entry("revoke-refresh-token", Set.of()));

    private final EmulatedPlatform platform;

    FaultActionReader(EmulatedPlatform platform) {
        this.platform = platform;
    }

    FaultAction read(Fields action) {
        String type =
                action.optionalText("type").filter(FIELDS_BY_TYPE::containsKey).orElseThrow(() -> unknown(action));
        var fields = new TreeSet<>(FIELDS_BY_TYPE.get(type));
        fields.add("type");
        action.allowOnly(fields);
        return switch (type) {
            case "status" -> new FaultAction.Status(answer(action));
            case "delay" -> new FaultAction.Delay(Duration.ofMillis(action.number("millis", 1)));
            case "throttle" -> new FaultAction.Throttle(action.number("bytesPerSecond", 1));
            case "cut-before-effect" -> new FaultAction.CutBeforeEffect(action.number("afterBytes", 0, 0));
            case "cut-after-effect" -> new FaultAction.CutAfterEffect();
            case "store-less" -> new FaultAction.StoreLess(action.number("bytes", 0));
            case "processing-failure" -> new FaultAction.ProcessingFailure(reason(action, platform.failureReasons()));
            case "rejection" -> new FaultAction.Rejection(reason(action, platform.rejectionReasons()));
            case "forget-session" -> new FaultAction.ForgetSession();
            case "revoke-access-token" -> new FaultAction.RevokeAccessToken();
            case "revoke-refresh-token" -> new FaultAction.RevokeRefreshToken();
            default -> throw unknown(action);
        };
    }

    private static RuntimeException unknown(Fields action) {
        var known = String.join(", ", new TreeSet<>(FIELDS_BY_TYPE.keySet()));
        return action.bad("type", "is missing or no type of action", "one of " + known);
    }

    private static String reason(Fields action, Set<String> known) {
        return action.optionalText("reason")
                .filter(known::contains)
                .orElseThrow(() -> action.bad(
                        "reason",
                        "is missing or not one that the platform gives",
                        "one of " + String.join(", ", new TreeSet<>(known))));
    }

    private Answer answer(Fields action) {
        Optional<Answer> refusal = action.optionalText("reason").map(reason -> refusal(action, reason));
        if (refusal.isEmpty() && !action.has("status")) {
            throw action.bad("status", "is missing", "give an HTTP status, or a reason of the platform's error table");
        }
        Answer answer = refusal.orElseGet(() -> Answer.empty(200));
        if (action.has("status")) {
            answer = answer.withStatus((int) action.number("status", 200, 200, 599));
        }
        return withRetryAfter(action, withHeaders(action, withBody(action, answer)));
    }

    private Answer refusal(Fields action, String reason) {
        return platform.refusal(reason)
                .orElseThrow(() -> action.bad(
                        "reason",
                        "is in no row of the platform's error table",
                        "one of " + String.join(", ", new TreeSet<>(platform.refusals()))));
    }

    private static Answer withBody(Fields action, Answer answer) {
        if (!action.has("body")) {
            return answer;
        }
        JsonNode body = action.node("body");
        Answer written =
                body.isTextual() ? Answer.html(answer.status(), body.textValue()) : Answer.json(answer.status(), body);
        for (var header : answer.headers().entrySet()) {
            if (!header.getKey().equalsIgnoreCase("Content-Type")) {
                written = written.with(header.getKey(), header.getValue());
            }
        }
        return written;
    }

    private static Answer withRetryAfter(Fields action, Answer answer) {
        return action.has("retryAfter")
                ? answer.with("Retry-After", String.valueOf(action.number("retryAfter", 0)))
                : answer;
    }

    private static Answer withHeaders(Fields action, Answer answer) {
        if (!action.has("headers")) {
            return answer;
        }
        Answer with = answer;
        for (var header : action.object("headers").properties()) {
            with = with.with(header.getKey(), header.getValue().asText());
        }
        return with;
    }
}
