package io.cliprelay.youtube;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.Answers;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.youtube.wire.VideoResource;

/** What YouTube's answers mean; the one place where a status becomes a value or a failure. */
final class YouTubeAnswers {

    /** "Resume Incomplete", which is no redirect here. */
    private static final int RESUME_INCOMPLETE = 308;

    private static final ObjectMapper JSON = new ObjectMapper();

    private YouTubeAnswers() {}

    /** The session that was opened. An answer without its URI is as good as none. */
    static RemoteHandle opened(RestResponse<String> answer, Instant now) {
        requireSuccess(answer, now);
        return location(answer, now)
                .orElseThrow(() -> UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason(
                        "youtube.no-session",
                        "YouTube answered HTTP %d without the URI of a session".formatted(answer.getStatus()),
                        "Nothing to do: it is tried again."))));
    }

    /** Where a session stands, by the answer to a query or to a request with bytes. */
    static SessionStatus session(RestResponse<String> answer, Instant now) {
        return switch (answer.getStatus()) {
            case 200, 201 -> completed(answer);
            case RESUME_INCOMPLETE -> new SessionStatus.Open(stored(answer), location(answer, now));
            case 404, 410 -> new SessionStatus.Gone();
            default -> throw failed(answer, now);
        };
    }

    private static SessionStatus completed(RestResponse<String> answer) {
        return Optional.ofNullable(body(answer, VideoResource.class).id())
                .map(SessionStatus.Completed::new)
                .orElseThrow(() -> unreadable(answer, "a video's id", null));
    }

    private static long stored(RestResponse<String> answer) {
        return UploadedRange.bytes(Optional.ofNullable(answer.getHeaderString("Range")))
                .orElseThrow(() -> unreadable(answer, "the range of an upload", null));
    }

    /** The JSON of a success. */
    static <T> T read(RestResponse<String> answer, Class<T> type, Instant now) {
        requireSuccess(answer, now);
        return body(answer, type);
    }

    static void requireSuccess(RestResponse<String> answer, Instant now) {
        if (answer.getStatus() / 100 != 2) {
            throw failed(answer, now);
        }
    }

    /** A 4xx says that nothing happened; of anything else one cannot be sure. */
    private static UploadException failed(RestResponse<String> answer, Instant now) {
        int status = answer.getStatus();
        UploadFailure failure = YouTubeErrors.failure(
                status,
                Answers.text(answer, YouTubeErrors::noAnswer),
                Optional.ofNullable(answer.getHeaderString("Retry-After")),
                now);
        if (status == 401 && YouTubeErrors.newTokenMayHelp(failure)) {
            return UploadException.tokenRefused(failure);
        }
        return status / 100 == 4 && status != 408
                ? UploadException.refused(failure)
                : UploadException.unclear(failure, null);
    }

    private static Optional<RemoteHandle> location(RestResponse<String> answer, Instant now) {
        return Optional.ofNullable(answer.getHeaderString("Location")).map(uri -> new RemoteHandle(uri, now));
    }

    private static <T> T body(RestResponse<String> answer, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(Answers.text(answer, YouTubeErrors::noAnswer), type))
                    .orElseThrow(() -> unreadable(answer, "a " + type.getSimpleName(), null));
        } catch (JsonProcessingException wrong) {
            throw unreadable(answer, "a " + type.getSimpleName(), wrong);
        }
    }

    /** It says that something happened and not what: to be asked again, never to be sent again. */
    private static UploadException unreadable(RestResponse<?> answer, String expected, Throwable cause) {
        return UploadException.unclear(
                new UploadFailure.Transient(new UploadFailure.Reason(
                        "youtube.unreadable",
                        "YouTube answered HTTP %d, but not with %s".formatted(answer.getStatus(), expected),
                        "Nothing to do: it is asked again.")),
                cause);
    }
}
