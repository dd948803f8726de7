package io.cliprelay.linkedin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.worker.spi.Answers;

import static java.util.Map.entry;

/**
 * What LinkedIn's error codes and statuses mean (learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling
 * and the error tables of the video and post calls). Plain functions over a table.
 */
final class LinkedInErrors {

    /** A throttle that is not the day's; LinkedIn names no time to come back. */
    private static final Duration THROTTLE = Duration.ofMinutes(5);

    /** An operator needs a while to change a setting; a job is not to blame, and waits. */
    private static final Duration MISCONFIGURED = Duration.ofHours(1);

    private static final String CONNECT = "Connect the account again.";
    private static final String AGAIN = "Nothing to do: it is tried again.";
    private static final String CHANGE = "Change what LinkedIn names and submit the clip again.";
    private static final String OUR_FAULT = "Tell the operator: LinkedIn does not understand what this worker sends.";
    private static final String VERSION =
            "The operator has to set cliprelay.linkedin.api-version to a version that LinkedIn lists.";
    private static final String LOOK = "Look at the account on LinkedIn, then decide.";
    private static final String ENCODE =
            "Encode the video anew: MP4 with H.264 and AAC, 3 seconds to 30 minutes, 75 KB to 500 MB.";
    private static final String PERMISSION =
            "Connect the account again with a member who may post as it; the app needs the product that grants the scope.";

    private static final Map<String, Row> CODES = Map.ofEntries(
            entry("INVALID_VIDEO_ID", passing("Nothing to do: it is uploaded anew.")),
            entry("INVALID_URN_TYPE", invalid(OUR_FAULT)),
            entry("INVALID_URN_ID", invalid(OUR_FAULT)),
            entry("EXPIRED_UPLOAD_URL", passing("Nothing to do: it is uploaded anew.")),
            entry("MEDIA_ASSET_WAITING_UPLOAD", passing(AGAIN)),
            entry("MEDIA_ASSET_PROCESSING_FAILED", rejected(ENCODE)),
            entry("UPDATING_ASSET_FAILED", passing("Nothing to do: it is uploaded anew.")),
            entry("MISSING_FIELD", invalid(CHANGE)),
            entry("INVALID_VALUE_FOR_FIELD", invalid(CHANGE)),
            entry("FIELD_LENGTH_TOO_LONG", invalid(CHANGE)),
            entry("INVALID_VALUE_BLANK_FIELD", invalid(CHANGE)),
            entry("ILLEGAL_ARGUMENT", invalid(OUR_FAULT)),
            entry("VERSION_MISSING", misconfigured()),
            entry("ACCESS_DENIED", auth(PERMISSION)),
            entry("NOT_FOUND", unknown(LOOK)),
            entry("CONFLICT", passing(AGAIN)),
            entry("INTERNAL_SERVER_ERROR", passing(AGAIN)),
            entry(
                    "DUPLICATE_POST",
                    invalid("Vary the text: LinkedIn takes the same text only once, for up to two days.")));

    private LinkedInErrors() {}

    /** A table's row: what to make of a reason. */
    private interface Row extends BiFunction<Reason, Instant, UploadFailure> {}

    private static Row row(String fix, BiFunction<Reason, Instant, UploadFailure> kind) {
        return (said, now) -> kind.apply(new Reason(said.code(), said.message(), fix), now);
    }

    private static Row auth(String fix) {
        return row(fix, (reason, now) -> new UploadFailure.Auth(reason));
    }

    private static Row invalid(String fix) {
        return row(fix, (reason, now) -> new UploadFailure.InvalidInput(reason));
    }

    private static Row rejected(String fix) {
        return row(fix, (reason, now) -> new UploadFailure.ContentRejected(reason));
    }

    private static Row passing(String fix) {
        return row(fix, (reason, now) -> new UploadFailure.Transient(reason));
    }

    private static Row unknown(String fix) {
        return row(fix, (reason, now) -> new UploadFailure.Unknown(reason));
    }

    private static Row throttled() {
        return row(
                "LinkedIn asks for a pause; it is tried again.",
                (reason, now) -> new UploadFailure.RateLimited(reason, Optional.of(now.plus(THROTTLE))));
    }

    private static Row misconfigured() {
        return row(
                VERSION, (reason, now) -> new UploadFailure.RateLimited(reason, Optional.of(now.plus(MISCONFIGURED))));
    }

    private static Row dayUsedUp() {
        return row(
                "The day's calls are used up; it goes on at midnight UTC.",
                (reason, now) -> new UploadFailure.QuotaExhausted(reason, nextMidnight(now)));
    }

    /** LinkedIn's day begins at midnight UTC (learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits). */
    static Instant nextMidnight(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /**
     * What a refusal means; {@code now} is needed to say until when.
     *
     * @param code LinkedIn's, or {@code http.} and the status where it gave none
     * @param dayUsedUp whether by our own count the day's calls are about used up
     */
    static UploadFailure refusal(int status, String code, String words, boolean dayUsedUp, Instant now) {
        var said = new Reason(code, "LinkedIn answered HTTP %d %s: %s".formatted(status, code, words), "");
        return meaning(status, code, words, dayUsedUp).apply(said, now);
    }

    private static Row meaning(int status, String code, String words, boolean dayUsedUp) {
        if (status == 429) {
            return dayUsedUp || speaksOfTheDay(words) ? dayUsedUp() : throttled();
        }
        // Of a dead version only the status is sure.
        if (status == 426) {
            return misconfigured();
        }
        if (status == 401) {
            return auth(CONNECT);
        }
        if (words.contains("Unable to obtain activity")) {
            return passing(AGAIN);
        }
        return CODES.getOrDefault(code, byStatus(status));
    }

    /** Whether a throttle names the day as its span. */
    static boolean speaksOfTheDay(String words) {
        return words.contains(" DAY ");
    }

    private static Row byStatus(int status) {
        return switch (status) {
            case 403 -> auth(PERMISSION);
            case 408, 409 -> passing(AGAIN);
            case 411, 415 -> invalid(OUR_FAULT);
            case 413 -> rejected(ENCODE);
            case 422 -> invalid(CHANGE);
            default -> status >= 500 ? passing(AGAIN) : unknown(LOOK);
        };
    }

    /** A video that LinkedIn could not process. */
    static UploadFailure notProcessed(String reason) {
        return new UploadFailure.ContentRejected(
                new Reason("PROCESSING_FAILED", "LinkedIn could not process the video: " + reason, ENCODE));
    }

    /** The addresses of an upload are dead; it can only be begun anew. */
    static UploadFailure expired() {
        return new UploadFailure.Transient(new Reason(
                "EXPIRED_UPLOAD_URL",
                "LinkedIn takes no more bytes for an upload that has not got all of them",
                "Nothing to do: it is begun anew."));
    }

    /** Without all parts nothing can be posted. */
    static UploadFailure deadAddress() {
        return new UploadFailure.Transient(new Reason(
                "linkedin.address-refused",
                "LinkedIn does not know the address any more that it gave for a part of the video",
                "Nothing to do: the upload is begun anew."));
    }

    /** The call that publishes was held up for so long that LinkedIn would not notice any more that it is a repeat. */
    static UploadFailure heldUp() {
        return new UploadFailure.Transient(new Reason(
                "linkedin.held-up",
                "The call that publishes was held up for so long that it was not made",
                "Nothing to do: it is looked up and tried again."));
    }

    /** No answer at all. */
    static UploadFailure noAnswer(Throwable lost) {
        return new UploadFailure.Transient(new Reason(
                "linkedin.no-answer",
                "LinkedIn gave no answer: " + Answers.withoutQuery(lost),
                "Nothing to do: it is looked up and tried again."));
    }
}
