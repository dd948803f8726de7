package io.cliprelay.gateway.submission;

import java.util.List;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;

/** What can be wrong with a submission, as problems. */
final class SubmissionProblems {

    private SubmissionProblems() {}

    static Problem invalid(List<FieldError> errors) {
        return Problem.of(
                422,
                "clip.invalid",
                ProblemCategory.INVALID_INPUT,
                "The clip cannot be published as it is",
                "%d field(s) must be mended; nothing was stored.".formatted(errors.size()),
                errors);
    }

    static Problem keyReused() {
        return Problem.of(
                422,
                "idempotency.key-reused",
                ProblemCategory.CONFLICT,
                "The idempotency key was used before, for another clip",
                "Use a new key for a new clip; send the same body to get the first answer again.",
                List.of());
    }

    static Problem inFlight() {
        return Problem.of(
                409,
                "idempotency.in-flight",
                ProblemCategory.IN_FLIGHT,
                "The same submission is being worked on",
                "Send it again in a second to get its answer.",
                List.of());
    }

    static Problem keyMissing() {
        return Problem.of(
                400,
                "idempotency.key-missing",
                ProblemCategory.INVALID_INPUT,
                "There is no usable Idempotency-Key",
                "Send the header Idempotency-Key with 1 to 255 characters that are new for each clip, such as a UUID.",
                List.of());
    }
}
