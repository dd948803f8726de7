package io.cliprelay.kit.problem;

import java.util.List;
import java.util.Objects;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;

/** Problems for the statuses that the framework answers by itself: no such path, wrong method, wrong media type. */
final class StatusProblems {

    private StatusProblems() {}

    static Problem of(int status, String message) {
        String detail = Objects.requireNonNullElse(message, "HTTP " + status);
        return switch (status) {
            case 401, 403 -> problem(status, "access.denied", ProblemCategory.AUTH, "Not allowed", detail);
            case 404 ->
                problem(
                        status,
                        "not-found",
                        ProblemCategory.NOT_FOUND,
                        "Nothing here",
                        "There is nothing at this path; the API is described at /q/openapi.");
            case 405 ->
                problem(status, "method.not-allowed", ProblemCategory.INVALID_INPUT, "Method not allowed", detail);
            case 413 ->
                problem(status, "body.too-large", ProblemCategory.INVALID_INPUT, "The body is too large", detail);
            case 415 ->
                problem(
                        status,
                        "media-type.unsupported",
                        ProblemCategory.INVALID_INPUT,
                        "Media type not supported",
                        "Send the body as application/json.");
            default ->
                status < 500
                        ? problem(status, "request.invalid", ProblemCategory.INVALID_INPUT, "Bad request", detail)
                        : problem(status, "internal", ProblemCategory.INTERNAL, "Something went wrong", detail);
        };
    }

    private static Problem problem(int status, String code, ProblemCategory category, String title, String detail) {
        return Problem.of(status, code, category, title, detail, List.of());
    }
}
