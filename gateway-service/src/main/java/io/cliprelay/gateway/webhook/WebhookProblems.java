package io.cliprelay.gateway.webhook;

import java.util.List;
import java.util.UUID;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemException;

/** What can be wrong with a wish about webhooks, as problems. */
final class WebhookProblems {

    private WebhookProblems() {}

    static ProblemException noSuchEndpoint(String id) {
        return new ProblemException(Problem.of(
                404,
                "webhook.not-found",
                ProblemCategory.NOT_FOUND,
                "No such webhook endpoint",
                "You have no webhook endpoint %s; GET /v1/webhooks lists yours.".formatted(id),
                List.of()));
    }

    /** The id in a path; throws where it cannot be one. */
    static UUID endpointId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw noSuchEndpoint(id);
        }
    }

    static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(Problem.of(
                422,
                "webhook.invalid",
                ProblemCategory.INVALID_INPUT,
                "This cannot be done as it is",
                "%d field(s) must be mended; nothing was changed.".formatted(errors.size()),
                errors));
    }

    static ProblemException paused(String id) {
        return new ProblemException(Problem.of(
                409,
                "webhook.paused",
                ProblemCategory.CONFLICT,
                "The webhook endpoint is paused",
                "Nothing is sent to it; PATCH /v1/webhooks/%s with {\"paused\": false} first.".formatted(id),
                List.of()));
    }

    static ProblemException tooMany(int most) {
        return new ProblemException(Problem.of(
                409,
                "webhook.too-many",
                ProblemCategory.CONFLICT,
                "There are too many webhook endpoints",
                "You may have %d; delete one that is not needed any more.".formatted(most),
                List.of()));
    }

    static ProblemException noSuchPage(String detail) {
        return new ProblemException(Problem.of(
                400, "page.invalid", ProblemCategory.INVALID_INPUT, "There is no such page", detail, List.of()));
    }
}
