package io.cliprelay.analytics.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.kit.problem.ProblemException;

/** Reads questions; what cannot be meant is answered by a problem that names the parameter. Plain functions. */
final class QuestionReader {

    private static final int MOST_ROWS = 1000;
    private static final String USUAL_ROWS = "100";

    private QuestionReader() {}

    static Question read(Asked asked) {
        ZoneId zone = read("zone", asked.zone, QuestionReader::zone).orElse(ZoneOffset.UTC);
        Question question = new Question(
                tenant(asked.tenant),
                read("from", asked.from, text -> instant(text, zone)).orElse(Question.EVER),
                read("to", asked.to, text -> instant(text, zone)).orElse(Question.FOREVER),
                zone,
                Optional.ofNullable(asked.platform),
                read("account", asked.account, UUID::fromString),
                read("state", asked.state, QuestionReader::state),
                read("limit", asked.limit == null ? USUAL_ROWS : asked.limit, QuestionReader::limit)
                        .orElseThrow(),
                read("cursor", asked.cursor, HistoryCursor::parse));
        if (!question.from().isBefore(question.until())) {
            throw invalid("to", asked.to, "Name a time after from.");
        }
        return question;
    }

    /** One of the constants of an enum, by its name in any case; the given one where nothing was sent. */
    static <E extends Enum<E>> E choice(String parameter, String text, E usual) {
        return read(parameter, text, name -> Enum.valueOf(usual.getDeclaringClass(), name.toUpperCase(Locale.ROOT)))
                .orElse(usual);
    }

    private static String tenant(String tenant) {
        if (tenant == null || tenant.isBlank()) {
            throw new ProblemException(Problem.of(
                    400,
                    "tenant.missing",
                    ProblemCategory.INVALID_INPUT,
                    "Whose numbers?",
                    "The query parameter tenant is missing.",
                    List.of(new FieldError(
                            "/tenant", "field.missing", "It is empty.", "Name the tenant: ?tenant=acme"))));
        }
        return tenant;
    }

    private static <T> Optional<T> read(String parameter, String text, Function<String, T> reading) {
        try {
            return Optional.ofNullable(text).map(reading);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw invalid(parameter, text, fix(parameter));
        }
    }

    private static ProblemException invalid(String parameter, String text, String fix) {
        return new ProblemException(Problem.of(
                400,
                parameter + ".invalid",
                ProblemCategory.INVALID_INPUT,
                "The question cannot be read",
                "%s is \"%s\". %s".formatted(parameter, text, fix),
                List.of(new FieldError("/" + parameter, "field.invalid", "It is \"" + text + "\".", fix))));
    }

    private static String fix(String parameter) {
        return switch (parameter) {
            case "from", "to" -> "Send 2026-12-01, 2026-12-01T18:00 (in the zone) or 2026-12-01T18:00:00Z.";
            case "zone" -> "Send the name of a time zone: Europe/Berlin.";
            case "account" -> "Send an account's id.";
            case "state" -> "Send one of " + Arrays.toString(UploadState.values()) + ".";
            case "limit" -> "Send a number from 1 to " + MOST_ROWS + ".";
            case "cursor" -> "Send the nextCursor of a page, as it came.";
            case "format" -> "Send json or csv.";
            default -> "Send one of those that the documentation names.";
        };
    }

    /** By name only: the database reads a bare offset the other way round. */
    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException(name);
        }
        return ZoneId.of(name);
    }

    private static Instant instant(String text, ZoneId zone) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        boolean complete = text.endsWith("Z") || text.matches(".*[+-]\\d{2}:\\d{2}");
        return complete
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    private static UploadState state(String name) {
        return UploadState.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException(text);
        }
        return limit;
    }
}
