package io.cliprelay.gateway.change;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.gateway.clip.ClipProblems;

/** What can be wrong with a change, as problems. */
final class ChangeProblems {

    private ChangeProblems() {}

    static Problem overtaken(UUID clipId) {
        return Problem.of(
                412,
                "clip.changed-meanwhile",
                ProblemCategory.CONFLICT,
                "The clip is not as it was",
                "Clip %s was changed since you looked. %s".formatted(clipId, ClipProblems.LOOK_AGAIN),
                List.of());
    }

    /** None of it was done; one finding for each upload, which the clip shows at that place. */
    static Problem tooLate(UUID clipId, List<ChangeResult.UploadResult> results) {
        return Problem.of(
                409,
                "clip.too-late",
                ProblemCategory.CONFLICT,
                "Nothing was changed",
                "What was asked of clip %s cannot be done any more.".formatted(clipId),
                IntStream.range(0, results.size())
                        .boxed()
                        .flatMap(place -> results.get(place).why().stream().map(why -> finding(place, why)))
                        .toList());
    }

    static Problem tooManyAtOnce() {
        return Problem.of(
                503,
                "changes.too-many",
                ProblemCategory.TRANSIENT,
                "Too many changes are being made",
                "Nothing was changed. Send the request again in a moment.",
                List.of());
    }

    static Problem fixed(UUID clipId) {
        return Problem.of(
                409,
                "clip.not-editable",
                ProblemCategory.CONFLICT,
                "The clip cannot be changed",
                "Clip %s was submitted before changes were possible. Cancel it and submit it anew.".formatted(clipId),
                List.of());
    }

    static Problem invalid(List<FieldError> errors) {
        return Problem.of(
                422,
                "clip.invalid",
                ProblemCategory.INVALID_INPUT,
                "The clip cannot be changed like that",
                "%d field(s) must be mended; nothing was changed.".formatted(errors.size()),
                errors);
    }

    private static FieldError finding(int place, UploadFailure.Reason why) {
        return new FieldError("/uploads/" + place, why.code(), why.message(), why.fix());
    }
}
