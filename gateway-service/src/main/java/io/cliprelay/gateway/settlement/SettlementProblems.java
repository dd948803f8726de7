package io.cliprelay.gateway.settlement;

import java.util.List;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.contracts.upload.UploadState;

/** What can be wrong with a settlement, as problems. */
final class SettlementProblems {

    private SettlementProblems() {}

    static Problem notUnconfirmed(String id, UploadState state) {
        return Problem.of(
                409,
                "upload.not-unconfirmed",
                ProblemCategory.CONFLICT,
                "There is nothing to settle",
                "Upload %s is %s. Only an UNCONFIRMED upload can be settled.".formatted(id, state),
                List.of());
    }

    static Problem invalid(List<FieldError> errors) {
        return Problem.of(
                422,
                "settlement.invalid",
                ProblemCategory.INVALID_INPUT,
                "This settles nothing",
                "%d field(s) must be mended; nothing was changed.".formatted(errors.size()),
                errors);
    }

    static Problem unreadable(String why) {
        return Problem.of(
                400,
                "settlement.unreadable",
                ProblemCategory.INVALID_INPUT,
                "The body is not a settlement",
                "%s. Send {\"published\": true, \"permalink\": \"https://…\"} or {\"published\": false}."
                        .formatted(why),
                List.of());
    }
}
