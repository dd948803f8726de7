package io.cliprelay.tiktok;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.tiktok.wire.ErrorBody;
import io.cliprelay.worker.spi.Answers;
import io.cliprelay.worker.spi.UploadException;

/**
 * One of TikTok's answers, read; the one place where it becomes a value or a failure. Whether a call was carried out says
 * its error code and not its status: refusals come with status 200, too.
 *
 * @param error empty where the answer is none of the API's, such as a front end's, or one to bytes
 * @param retryAfter documented nowhere, obeyed where it comes
 */
record Reply(int status, Optional<ErrorBody> error, JsonNode data, Optional<Duration> retryAfter) {

    private static final String TOKEN_INVALID = "access_token_invalid";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(RestResponse<String> answer) {
        JsonNode whole = json(answer);
        Optional<ErrorBody> error = Optional.of(whole.path("error"))
                .filter(body -> body.path("code").isTextual())
                .map(body -> JSON.convertValue(body, ErrorBody.class));
        return new Reply(answer.getStatus(), error, whole.path("data"), retryAfter(answer));
    }

    private static Optional<Duration> retryAfter(RestResponse<?> answer) {
        return Optional.ofNullable(answer.getHeaderString("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    /**
     * What a call that was carried out gave.
     *
     * @throws UploadException if it was not, or gave something else
     */
    <T> T as(Class<T> type, Instant now) {
        if (error.filter(ErrorBody::isOk).isEmpty()) {
            throw failure(now);
        }
        try {
            return Optional.ofNullable(JSON.treeToValue(data, type))
                    .orElseThrow(() -> unreadable("a " + type.getSimpleName(), null));
        } catch (JsonProcessingException wrong) {
            throw unreadable("a " + type.getSimpleName(), wrong);
        }
    }

    /** Whether the call was refused with this code. */
    boolean says(String code) {
        return error.filter(body -> code.equals(body.code())).isPresent();
    }

    /** What an answer means that is no success; a 5xx says nothing of what happened. */
    UploadException failure(Instant now) {
        if (error.isEmpty() && status / 100 == 2) {
            return unreadable("an error code", null);
        }
        UploadFailure failure = obeying(meaning(now), now);
        if (says(TOKEN_INVALID)) {
            return UploadException.tokenRefused(failure);
        }
        return status >= 500 || status == 408
                ? UploadException.unclear(failure, null)
                : UploadException.refused(failure);
    }

    private UploadFailure meaning(Instant now) {
        return error.map(body -> TikTokErrors.refusal(status, body.code(), body.words(), now))
                .orElseGet(() -> TikTokErrors.bare(status, now));
    }

    private UploadFailure obeying(UploadFailure failure, Instant now) {
        return failure instanceof UploadFailure.RateLimited limited && retryAfter.isPresent()
                ? new UploadFailure.RateLimited(limited.reason(), retryAfter.map(now::plus))
                : failure;
    }

    /** It says that something happened and not what: to be asked again, never to be sent again. */
    UploadException unreadable(String expected, Throwable cause) {
        return UploadException.unclear(
                new UploadFailure.Transient(new UploadFailure.Reason(
                        "tiktok.unreadable",
                        "TikTok answered HTTP %d, but not with %s".formatted(status, expected),
                        "Nothing to do: it is asked again.")),
                cause);
    }

    private static JsonNode json(RestResponse<?> answer) {
        try {
            return Optional.ofNullable(JSON.readTree(Answers.text(answer, TikTokErrors::noAnswer)))
                    .orElseGet(JSON::createObjectNode);
        } catch (JsonProcessingException html) {
            return JSON.createObjectNode();
        }
    }
}
