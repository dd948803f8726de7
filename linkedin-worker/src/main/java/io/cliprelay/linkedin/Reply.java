package io.cliprelay.linkedin;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.Answers;
import io.cliprelay.worker.spi.UploadException;

/**
 * One of LinkedIn's answers, read; the one place where it becomes a value or a failure.
 *
 * @param postId the header {@code x-restli-id}
 * @param requestId what LinkedIn's support asks for
 * @param dayUsedUp whether by our own count the day's calls are about used up
 */
record Reply(int status, JsonNode body, Optional<String> postId, Optional<String> requestId, boolean dayUsedUp) {

    private static final int REVOKED_OR_FRESH = 65601;
    private static final Set<Integer> SAYS_NOTHING_OF_EFFECTS = Set.of(408, 409);
    private static final Pattern POST = Pattern.compile("urn:li:(?:share|ugcPost):\\d+");

    static Reply of(RestResponse<String> answer) {
        return new Reply(
                answer.getStatus(),
                json(answer),
                Optional.ofNullable(answer.getHeaderString("x-restli-id")).filter(id -> !id.isBlank()),
                Optional.ofNullable(answer.getHeaderString("x-li-uuid")),
                false);
    }

    /** The same, where the day's calls are about used up. */
    Reply ofTheDay() {
        return new Reply(status, body, postId, requestId, true);
    }

    /** Whether LinkedIn asks for a pause. */
    boolean isThrottle() {
        return status == 429;
    }

    /** Whether the pause lasts until midnight UTC. */
    boolean isOfTheDay() {
        return isThrottle() && (dayUsedUp || LinkedInErrors.speaksOfTheDay(words()));
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** What the answer of a call that succeeded holds; {@link UploadException} where it is something else. */
    <T> T as(Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(body, type);
        } catch (JsonProcessingException wrong) {
            throw unreadable("a " + type.getSimpleName(), wrong);
        }
    }

    /** LinkedIn's code; with none, {@code http.} and the status. */
    String code() {
        return text(body.path("code"))
                .or(() -> text(
                        body.path("errorDetails").path("inputErrors").path(0).path("code")))
                .orElse("http." + status);
    }

    /** Whether the token is called revoked, which one is, too, that was issued seconds ago. */
    boolean mayBeFreshToken() {
        return status == 401 && body.path("serviceErrorCode").asInt() == REVOKED_OR_FRESH;
    }

    /** The URN of the post that this one repeats; LinkedIn names it in its message only. */
    Optional<String> duplicateOf() {
        Matcher urn = POST.matcher(words());
        boolean duplicate = status == 422 && (code().equals("DUPLICATE_POST") || words().contains("duplicate"));
        return duplicate && urn.find() ? Optional.of(urn.group()) : Optional.empty();
    }

    /** What an answer means that is no success. What may have been carried out all the same is unclear. */
    UploadException failure(Instant now) {
        String told = words() + requestId.map(id -> " (x-li-uuid " + id + ")").orElse("");
        UploadFailure failure = LinkedInErrors.refusal(status, code(), told, dayUsedUp, now);
        if (status == 401) {
            return UploadException.tokenRefused(failure);
        }
        return leavesEffectOpen() ? UploadException.unclear(failure, null) : UploadException.refused(failure);
    }

    private boolean leavesEffectOpen() {
        return status >= 500
                || SAYS_NOTHING_OF_EFFECTS.contains(status)
                || words().contains("Unable to obtain activity");
    }

    /** A success that does not hold what it should. */
    private UploadException unreadable(String expected, Throwable cause) {
        return UploadException.unclear(
                new UploadFailure.Transient(new UploadFailure.Reason(
                        "linkedin.unreadable",
                        "LinkedIn answered HTTP %d, but not with %s".formatted(status, expected),
                        "Nothing to do: it is asked again.")),
                cause);
    }

    private String words() {
        return text(body.path("message")).orElse("");
    }

    private static Optional<String> text(JsonNode field) {
        return Optional.of(field).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static JsonNode json(RestResponse<?> answer) {
        try {
            return Optional.ofNullable(Json.MAPPER.readTree(Answers.text(answer, LinkedInErrors::noAnswer)))
                    .filter(JsonNode::isObject)
                    .orElseGet(Json.MAPPER::createObjectNode);
        } catch (JsonProcessingException html) {
            return Json.MAPPER.createObjectNode();
        }
    }
}
