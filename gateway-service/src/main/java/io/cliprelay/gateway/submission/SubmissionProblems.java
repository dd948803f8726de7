package io.cliprelay.gateway.submission;

import java.util.List;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;

/** What can be wrong with a submission, as problems. */
final class SubmissionProblems {

    private SubmissionProblems() {}

    /** Nobody reads more, and an answer by event has a largest size. */
    private static final int MOST_ERRORS = 100;

    static Problem invalid(List<FieldError> errors) {
        return Problem.of(
                422,
                "clip.invalid",
                ProblemCategory.INVALID_INPUT,
                "The clip cannot be published as it is",
                "%d field(s) must be mended; nothing was stored.".formatted(errors.size()),
                errors.stream().limit(MOST_ERRORS).toList());
    }

    /** The texts of all targets, and what else is told of them, are too much for one event. */
    static FieldError tooLarge(int bytes, int most) {
        return new FieldError(
                "/targets",
                "clip.too-large",
                "With the texts of all its targets the clip has %d bytes; %d can be passed on.".formatted(bytes, most),
                "Shorten the description, or hand the clip in as several with some of the targets each.");
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

    static Problem busy() {
        return Problem.of(
                503,
                "submissions.busy",
                ProblemCategory.TRANSIENT,
                "Too much is being submitted, or it takes too long to store",
                "Send it again in a moment, with the same key.",
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

    static Problem dryRunUnclear(String said) {
        return Problem.of(
                400,
                "dry-run.invalid",
                ProblemCategory.INVALID_INPUT,
                "It is not clear whether the clip is to be handed in",
                "dryRun is \"%s\"; send true or false, or leave it out to hand the clip in.".formatted(said),
                List.of());
    }
}
