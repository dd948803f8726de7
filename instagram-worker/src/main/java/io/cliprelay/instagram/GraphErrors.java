package io.cliprelay.instagram;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.instagram.ErrorTable.Meaning;
import io.cliprelay.instagram.ErrorTable.Row;
import io.cliprelay.instagram.wire.ErrorResponse;
import io.cliprelay.worker.spi.Answers;

/** What the Graph API's errors mean, by {@link ErrorTable}; never by their texts. Plain functions. */
final class GraphErrors {

    /** An id that is none, or none of this account's. */
    static final String UNKNOWN_OBJECT = "100/33";

    /** The window of the quota slides, and nothing tells when its oldest post leaves it; asking costs nothing. */
    static final Duration QUOTA_PROBE = Duration.ofHours(1);

    /** The first pause where no time is told; the breaker doubles those that follow. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    /** In minutes, as the header has it. */
    private static final Pattern REGAIN = Pattern.compile("\"estimated_time_to_regain_access\"\\s*:\\s*(\\d{1,6})");

    /** As a failed container names it, alone or in a sentence. */
    private static final Pattern SUBCODE = Pattern.compile("22\\d{5}");

    private GraphErrors() {}

    /** What a refusal means; {@code now} is needed to say until when. */
    static UploadFailure failure(int status, ErrorResponse.Error error, Optional<String> usage, Instant now) {
        Row row = ErrorTable.row(error.code(), error.subcode()).orElseGet(() -> unlisted(error));
        String code = name(error);
        String said = Objects.requireNonNullElse(error.userMessage(), Objects.requireNonNullElse(error.message(), ""));
        Reason reason = new Reason(
                code,
                "Instagram answered HTTP %d, error %s: %s".formatted(status, code, withoutToken(said)),
                row.fix());
        return failure(row.meaning(), reason, usage, now);
    }

    /** What an answer means that is none of the API's, such as a front end's. */
    static UploadFailure bare(int status, Optional<String> retryAfter, Instant now) {
        Reason reason = new Reason(
                "http." + status,
                "Instagram answered HTTP %d without an error code".formatted(status),
                ErrorTable.AGAIN);
        if (status == 429) {
            return new UploadFailure.RateLimited(reason, retryAfter.flatMap(value -> seconds(value, now)));
        }
        if (status == 401) {
            return new UploadFailure.Auth(reason);
        }
        return status >= 500 || status == 408 ? new UploadFailure.Transient(reason) : new UploadFailure.Unknown(reason);
    }

    private static Optional<Instant> seconds(String retryAfter, Instant now) {
        return Optional.of(retryAfter.trim())
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> now.plusSeconds(Long.parseLong(value)));
    }

    /** No answer at all. */
    static UploadFailure noAnswer(Throwable lost) {
        return new UploadFailure.Transient(new Reason(
                "instagram.no-answer",
                "Instagram gave no answer: " + Answers.withoutQuery(lost),
                "Nothing to do: it is looked up and tried again."));
    }

    /** Why a container's processing failed, by what its status says; nothing was published through it. */
    static UploadFailure processing(String status, Instant now) {
        Matcher subcode = SUBCODE.matcher(Objects.requireNonNullElse(status, ""));
        String code = subcode.find() ? subcode.group() : "instagram.processing-failed";
        Row row = ErrorTable.ofProcessing(code);
        Reason reason = new Reason(code, "Instagram could not process the video: " + status, row.fix());
        return failure(row.meaning(), reason, Optional.empty(), now);
    }

    /** Whether a new token may help; a second refusal is the account's. */
    static boolean isTokenRefused(ErrorResponse.Error error) {
        return error.code() == 190 || error.code() == 102;
    }

    /** Whether it is the app's limit, which all accounts share; spam has the same code, with a subcode. */
    static boolean isOfTheApp(ErrorResponse.Error error) {
        return error.code() == 4
                && ErrorTable.row(error.code(), error.subcode())
                        .filter(row -> row.meaning() == Meaning.RATE_LIMITED)
                        .isPresent();
    }

    /**
     * Whether this refusal to publish says that nothing was published. Of several it is known that the Reel was live all
     * the same, and of errors that the table does not have nothing is known.
     */
    static boolean provesNothingPublished(ErrorResponse.Error error) {
        return !Boolean.TRUE.equals(error.retriable())
                && ErrorTable.row(error.code(), error.subcode())
                        .filter(Row::provesNothingPublished)
                        .isPresent();
    }

    /** {@code 190/463}, or {@code 100}. */
    private static String name(ErrorResponse.Error error) {
        return error.subcode() == null ? Integer.toString(error.code()) : error.code() + "/" + error.subcode();
    }

    private static Row unlisted(ErrorResponse.Error error) {
        return Boolean.TRUE.equals(error.retriable()) ? ErrorTable.PASSING : ErrorTable.UNKNOWN;
    }

    private static UploadFailure failure(Meaning meaning, Reason reason, Optional<String> usage, Instant now) {
        return switch (meaning) {
            case AUTH -> new UploadFailure.Auth(reason);
            case RATE_LIMITED -> new UploadFailure.RateLimited(reason, until(usage, now));
            case QUOTA -> new UploadFailure.QuotaExhausted(reason, now.plus(QUOTA_PROBE));
            case BLOCKED -> new UploadFailure.ContentRejected(reason);
            case INPUT -> new UploadFailure.InvalidInput(reason);
            case PASSING -> new UploadFailure.Transient(reason);
            case UNKNOWN -> new UploadFailure.Unknown(reason);
        };
    }

    /** There is no {@code Retry-After}; the usage header may say the minutes, and going on before prolongs the block. */
    private static Optional<Instant> until(Optional<String> usage, Instant now) {
        OptionalLong minutes = REGAIN.matcher(usage.orElse(""))
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .max();
        return Optional.of(now.plus(
                minutes.isPresent() && minutes.getAsLong() > 0 ? Duration.ofMinutes(minutes.getAsLong()) : PAUSE));
    }

    /** Such messages may name the request, and its query may hold the token. */
    private static String withoutToken(String message) {
        return message.replaceAll("\\?\\S+", "");
    }
}
