package io.cliprelay.gateway.submission.batch;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;

/** What can be wrong with a batch as a whole, as problems. */
final class BatchProblems {

    private BatchProblems() {}

    static Problem tooManyRows(int most) {
        return Problem.of(
                413,
                "batch.too-many-rows",
                ProblemCategory.INVALID_INPUT,
                "The batch has too many rows",
                "A batch may have %d; nothing was stored. Send it as several.".formatted(most),
                List.of());
    }

    static Problem empty() {
        return Problem.of(
                400,
                "batch.empty",
                ProblemCategory.INVALID_INPUT,
                "The batch has no rows",
                "Send at least one clip.",
                List.of());
    }

    static Problem unreadableCsv(JsonProcessingException unreadable) {
        String line = unreadable.getLocation() == null
                ? ""
                : " in line " + unreadable.getLocation().getLineNr();
        return Problem.of(
                400,
                "batch.csv-malformed",
                ProblemCategory.INVALID_INPUT,
                "The CSV could not be read",
                "%s%s; nothing was stored. Send a line with the names of the columns, and cells with commas or line breaks in double quotes."
                        .formatted(
                                unreadable
                                        .getOriginalMessage()
                                        .lines()
                                        .findFirst()
                                        .orElse("It is malformed"),
                                line),
                List.of());
    }
}
