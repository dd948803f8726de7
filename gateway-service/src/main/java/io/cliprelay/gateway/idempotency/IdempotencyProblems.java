package io.cliprelay.gateway.idempotency;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemResponses;

/** What can be wrong with a key, as problems. */
final class IdempotencyProblems {

    private IdempotencyProblems() {}

    static Problem keyUnusable() {
        return Problem.of(
                400,
                "idempotency.key-invalid",
                ProblemCategory.INVALID_INPUT,
                "The Idempotency-Key cannot be used",
                "Send 1 to %d characters that are new for each request, such as a UUID, or leave the header out."
                        .formatted(Idempotency.LONGEST),
                List.of());
    }

    static Problem keyReused(String operation) {
        return Problem.of(
                422,
                "idempotency.key-reused",
                ProblemCategory.CONFLICT,
                "The idempotency key was used before, for another request",
                "It did not name this body of %s. Use a new key, or send the same body to get the first answer again."
                        .formatted(operation),
                List.of());
    }

    static Problem keyUnknown(String key) {
        return Problem.of(
                404,
                "idempotency.key-unknown",
                ProblemCategory.NOT_FOUND,
                "Nothing was done with this key",
                "No request of yours with the key \"%s\" has succeeded, or it was so long ago that it is forgotten."
                        .formatted(key),
                List.of());
    }

    static Response inFlight() {
        Problem problem = Problem.of(
                409,
                "idempotency.in-flight",
                ProblemCategory.IN_FLIGHT,
                "The same request is being worked on",
                "Send it again in a second to get its answer.",
                List.of());
        return Response.fromResponse(ProblemResponses.response(problem))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}
