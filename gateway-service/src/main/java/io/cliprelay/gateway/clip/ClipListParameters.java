package io.cliprelay.gateway.clip;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.kit.problem.ProblemException;

/** Which clips are to be listed, as callers say it. What it cannot mean is a problem with status 400. */
record ClipListParameters(
        @Parameter(
                description = "How many, from 1 to 100",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
        @QueryParam("limit")
        @DefaultValue("20")
        String limit,

        @Parameter(description = "The nextCursor of the page before, with the same filters") @QueryParam("cursor")
        Optional<String> cursor,

        @Parameter(description = "With an upload in this state", schema = @Schema(implementation = UploadState.class))
        @QueryParam("state")
        Optional<String> state,

        @Parameter(description = "With an upload to this platform") @QueryParam("platform")
        Optional<String> platform,

        @Parameter(description = "With an upload to this account, by its id or name") @QueryParam("account")
        Optional<String> account,

        @Parameter(description = "With this tag, whatever its case") @QueryParam("tag")
        Optional<String> tag,

        @Parameter(
                description = "With an upload that is due then or later",
                schema = @Schema(type = SchemaType.STRING, format = "date-time"))
        @QueryParam("dueFrom")
        Optional<String> dueFrom,

        @Parameter(
                description = "With an upload that is due before then",
                schema = @Schema(type = SchemaType.STRING, format = "date-time"))
        @QueryParam("dueTo")
        Optional<String> dueTo,

        @Parameter(description = "Handed in under this Idempotency-Key") @QueryParam("idempotencyKey")
        Optional<String> idempotencyKey) {

    private static final int LARGEST_PAGE = 100;

    ClipFilter filter() {
        return new ClipFilter(
                state.map(ClipListParameters::stateOf),
                platform.map(text -> sound("platform", text)),
                account.map(text -> sound("account", text)),
                tag.map(text -> sound("tag", text)),
                dueFrom.map(text -> instant("dueFrom", text)),
                dueTo.map(text -> instant("dueTo", text)),
                idempotencyKey.map(text -> sound("idempotencyKey", text)));
    }

    int size() {
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= LARGEST_PAGE) {
                return size;
            }
        } catch (NumberFormatException noNumber) {
            // Told below.
        }
        throw invalid("limit.invalid", "limit is \"%s\"; send a number from 1 to 100.".formatted(limit));
    }

    /** Where the page begins; empty for the first. */
    Optional<ClipCursor> begin(ClipFilter filter) {
        return cursor.map(text -> ClipCursor.read(text)
                .filter(known -> known.isOf(filter))
                .orElseThrow(() -> invalid(
                        "cursor.invalid",
                        "Send the nextCursor of a page, as it came, with the filters of that page.")));
    }

    private static UploadState stateOf(String text) {
        return Arrays.stream(UploadState.values())
                .filter(known -> known.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "filter.invalid",
                        "state is \"%s\"; use one of: %s."
                                .formatted(
                                        text,
                                        Arrays.stream(UploadState.values())
                                                .map(Enum::name)
                                                .collect(Collectors.joining(", ")))));
    }

    private static Instant instant(String name, String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.isAfter(Instant.EPOCH) && instant.isBefore(Instant.parse("9999-12-31T00:00:00Z"))) {
                return instant;
            }
        } catch (DateTimeException none) {
            // Told below.
        }
        throw invalid(
                "filter.invalid", "%s is \"%s\"; send an instant such as 2030-01-31T18:00:00Z.".formatted(name, text));
    }

    /** PostgreSQL keeps the character U+0000 in no text, so nothing can match it. */
    private static String sound(String name, String text) {
        if (text.indexOf('\0') >= 0) {
            throw invalid("filter.invalid", "%s holds the character U+0000.".formatted(name));
        }
        return text;
    }

    private static ProblemException invalid(String code, String detail) {
        return new ProblemException(
                Problem.of(400, code, ProblemCategory.INVALID_INPUT, "There is no such page", detail, List.of()));
    }
}
