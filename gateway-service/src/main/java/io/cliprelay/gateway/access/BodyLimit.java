package io.cliprelay.gateway.access;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemResponses;

/** Answers a body that is declared too large with a problem, where the server would send a bare status. */
@ApplicationScoped
class BodyLimit {

    /** Just before the server's own check. */
    private static final int BEFORE_SERVER = -3;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_SERVER).handler(this::check);
    }

    private void check(RoutingContext request) {
        if (declared(request) <= limit) {
            request.next();
            return;
        }
        // The body is not read, so the connection cannot be used again.
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemResponses.PROBLEM_JSON)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .endHandler(ended -> request.request().connection().close())
                .end(EventJson.encode(problem()));
    }

    private static long declared(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private Problem problem() {
        return Problem.of(
                413,
                "body.too-large",
                ProblemCategory.INVALID_INPUT,
                "The body is too large",
                "A body may have %d bytes. Refer to the video by its URI instead of sending it.".formatted(limit),
                List.of());
    }
}
