package io.cliprelay.youtube;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.worker.spi.Answers;
import io.cliprelay.youtube.wire.ErrorResponse;

/**
 * What YouTube's errors mean, by status, reason and, for 429, message (developers.google.com/youtube/v3/docs/errors and
 * the error list of {@code videos.insert}). Plain functions.
 */
final class YouTubeErrors {

    private static final Set<String> QUOTA_OF_THE_DAY = Set.of("quotaExceeded", "dailyLimitExceeded");
    private static final String NO_CHANNEL = "youtubeSignupRequired";
    private static final Set<String> TOO_FAST = Set.of("rateLimitExceeded", "userRateLimitExceeded");
    private static final Set<String> OF_THE_ACCOUNT = Set.of(
            "forbidden",
            "insufficientPermissions",
            NO_CHANNEL,
            "channelSuspended",
            "channelClosed",
            "authenticatedUserAccountSuspended",
            "authenticatedUserAccountClosed",
            "accountDelegationForbidden");

    /** Of the project, not of the account: the API is not switched on for it. */
    private static final String SWITCHED_OFF = "accessNotConfigured";

    /** An operator needs a while to change a setting; a job is not to blame, and waits. */
    private static final Duration MISCONFIGURED = Duration.ofHours(1);

    /** More than three years is no answer. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,8}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private YouTubeErrors() {}

    /** What an answer means that is no success. {@code now} is needed to say until when. */
    static UploadFailure failure(int status, String body, Optional<String> retryAfter, Instant now) {
        Optional<ErrorResponse.Error> error = parse(body);
        String code = error.flatMap(ErrorResponse.Error::reason).orElse("http." + status);
        String message = "YouTube answered HTTP %d %s%s"
                .formatted(status, code, error.map(e -> ": " + e.message()).orElse(""));
        boolean perDay = error.filter(YouTubeErrors::isPerDay).isPresent();
        return classify(status, code, message, perDay, retryAfter, now);
    }

    /** Whether a refusal to let us in may end with a new token; an account without a channel keeps having none. */
    static boolean newTokenMayHelp(UploadFailure failure) {
        return !failure.reason().code().equals(NO_CHANNEL);
    }

    /** No answer at all. */
    static UploadFailure noAnswer(Throwable lost) {
        return new UploadFailure.Transient(new Reason(
                "youtube.no-answer",
                "YouTube gave no answer: " + Answers.withoutQuery(lost),
                "Nothing to do: it is looked up and tried again."));
    }

    private static UploadFailure classify(
            int status, String code, String message, boolean perDay, Optional<String> retryAfter, Instant now) {
        if (status == 401) {
            return new UploadFailure.Auth(new Reason(
                    code,
                    message,
                    code.equals(NO_CHANNEL)
                            ? "Create a channel for the account, then submit the clip again."
                            : "Connect the account again."));
        }
        if (code.equals("uploadRateLimitExceeded")) {
            return new UploadFailure.RateLimited(
                    new Reason(code, message, "The channel may set thumbnails again a day later."),
                    Optional.of(now.plus(Duration.ofHours(24))));
        }
        if (code.equals("uploadLimitExceeded")) {
            return new UploadFailure.QuotaExhausted(
                    new Reason(code, message, "The channel may upload again a day later; it is tried then."),
                    now.plus(Duration.ofHours(24)));
        }
        if (QUOTA_OF_THE_DAY.contains(code) || (perDay && (status == 429 || TOO_FAST.contains(code)))) {
            return new UploadFailure.QuotaExhausted(
                    new Reason(code, message, "The day's quota is used up; it is tried after midnight Pacific Time."),
                    nextPacificMidnight(now));
        }
        if (status == 429 || TOO_FAST.contains(code)) {
            return new UploadFailure.RateLimited(
                    new Reason(code, message, "YouTube asks for a pause; it is tried again."), until(retryAfter, now));
        }
        return classifyOther(status, code, message, retryAfter, now);
    }

    private static UploadFailure classifyOther(
            int status, String code, String message, Optional<String> retryAfter, Instant now) {
        if (status >= 500 || status == 408 || status == 409) {
            Reason reason = new Reason(code, message, "Nothing to do: it is tried again.");
            return retryAfter.isPresent()
                    ? new UploadFailure.RateLimited(reason, until(retryAfter, now))
                    : new UploadFailure.Transient(reason);
        }
        if (status == 403 && code.equals(SWITCHED_OFF)) {
            return new UploadFailure.RateLimited(
                    new Reason(
                            code,
                            message,
                            "The operator has to enable the YouTube Data API for the project of cliprelay.youtube.client-id."),
                    Optional.of(now.plus(MISCONFIGURED)));
        }
        if (status == 403 && OF_THE_ACCOUNT.contains(code)) {
            return new UploadFailure.Auth(new Reason(
                    code, message, "Check the channel and its permissions, then connect the account again."));
        }
        if (status == 413) {
            return new UploadFailure.ContentRejected(new Reason(code, message, "Make the file smaller."));
        }
        // A refusal in which YouTube names no reason may be a front end's, and says nothing of the upload.
        return (status == 400 || status == 403) && !code.startsWith("http.")
                ? new UploadFailure.InvalidInput(
                        new Reason(code, message, "Change what YouTube names and submit the clip again."))
                : new UploadFailure.Unknown(new Reason(code, message, "Look at YouTube Studio, then decide."));
    }

    /** The bucket of video uploads announces its end as a short throttle, but lasts for the day. */
    private static boolean isPerDay(ErrorResponse.Error error) {
        return Objects.requireNonNullElse(error.message(), "").contains("per day")
                || error.details().stream().anyMatch(ErrorResponse.Info::isPerDay);
    }

    static Instant nextPacificMidnight(Instant now) {
        ZonedDateTime there = now.atZone(YouTubeLimits.PACIFIC);
        return there.toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(YouTubeLimits.PACIFIC)
                .toInstant();
    }

    /** {@code Retry-After}: seconds or an HTTP date (RFC 9110, section 10.2.3). */
    private static Optional<Instant> until(Optional<String> retryAfter, Instant now) {
        return retryAfter.flatMap(value -> SECONDS.matcher(value.trim()).matches()
                ? Optional.of(now.plusSeconds(Long.parseLong(value.trim())))
                : date(value.trim()));
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }

    private static Optional<ErrorResponse.Error> parse(String body) {
        try {
            return body == null || body.isBlank()
                    ? Optional.empty()
                    : Optional.ofNullable(JSON.readValue(body, ErrorResponse.class))
                            .map(ErrorResponse::error);
        } catch (JsonProcessingException html) {
            return Optional.empty();
        }
    }
}
