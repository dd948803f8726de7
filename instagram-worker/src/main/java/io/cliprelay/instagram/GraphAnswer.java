package io.cliprelay.instagram;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.wire.ErrorResponse;
import io.cliprelay.worker.spi.Answers;
import io.cliprelay.worker.spi.UploadException;

/** One answer, read; the one place where it becomes a value or a failure. */
record GraphAnswer(int status, String body, Optional<String> usage, Optional<String> retryAfter, Instant now) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static GraphAnswer of(RestResponse<String> answer, Instant now) {
        return new GraphAnswer(
                answer.getStatus(),
                Answers.text(answer, GraphErrors::noAnswer),
                Optional.ofNullable(answer.getHeaderString("X-Business-Use-Case-Usage")),
                Optional.ofNullable(answer.getHeaderString("Retry-After")),
                now);
    }

    /** The JSON of a success; else throws what the answer means. */
    <T> T as(Class<T> type) {
        return success(type, false);
    }

    /** The same for the call that publishes. */
    <T> T asPublished(Class<T> type) {
        return success(type, true);
    }

    private <T> T success(Class<T> type, boolean publishing) {
        if (status / 100 != 2) {
            throw failure(publishing);
        }
        return read(type).orElseThrow(() -> unreadable(type));
    }

    <T> Optional<T> read(Class<T> type) {
        try {
            return body.isBlank() ? Optional.empty() : Optional.ofNullable(JSON.readValue(body, type));
        } catch (JsonProcessingException html) {
            return Optional.empty();
        }
    }

    /** What it means that this is no success. */
    UploadException failed() {
        return failure(false);
    }

    private UploadException failure(boolean publishing) {
        return read(ErrorResponse.class)
                .map(ErrorResponse::error)
                .map(error -> refusal(error, publishing))
                .orElseGet(this::bare);
    }

    private UploadException refusal(ErrorResponse.Error error, boolean publishing) {
        UploadFailure failure = GraphErrors.failure(status, error, usage, now);
        if (GraphErrors.isTokenRefused(error)) {
            return UploadException.tokenRefused(failure);
        }
        boolean hadNoEffect = status < 500 && (!publishing || GraphErrors.provesNothingPublished(error));
        UploadException told = hadNoEffect ? UploadException.refused(failure) : UploadException.unclear(failure, null);
        return GraphErrors.isOfTheApp(error) ? told.forEveryone() : told;
    }

    /** No answer of the API, but one of what stands before it. */
    private UploadException bare() {
        UploadFailure failure = GraphErrors.bare(status, retryAfter, now);
        return switch (status) {
            case 401 -> UploadException.tokenRefused(failure);
            case 429 -> UploadException.refused(failure);
            default -> UploadException.unclear(failure, null);
        };
    }

    /** It says that something happened and not what: to be asked again, never to be sent again. */
    private UploadException unreadable(Class<?> expected) {
        return UploadException.unclear(
                new UploadFailure.Transient(new UploadFailure.Reason(
                        "instagram.unreadable",
                        "Instagram answered HTTP %d, but not with a %s".formatted(status, expected.getSimpleName()),
                        "Nothing to do: it is asked again.")),
                null);
    }
}
