package io.cliprelay.gateway.key;

import java.util.List;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;

/** What can be wrong with a wish for a key, as problems. */
final class KeyProblems {

    private KeyProblems() {}

    static Problem invalid(List<FieldError> errors) {
        return Problem.of(
                422,
                "key.invalid",
                ProblemCategory.INVALID_INPUT,
                "No key can be made of this",
                "%d field(s) must be mended; no key was made.".formatted(errors.size()),
                errors);
    }

    static Problem noSuchKey(String id) {
        return Problem.of(
                404,
                "key.not-found",
                ProblemCategory.NOT_FOUND,
                "No such key",
                "You have no key %s; GET /v1/keys lists yours.".formatted(id),
                List.of());
    }
}
