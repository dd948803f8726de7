package io.cliprelay.gateway.access;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemResponses;

/** Answers a body that is too large with a problem, where the server would send a bare status or just hang up. */
@ApplicationScoped
class BodyLimit {

    /** Just before the server's own check. */
    private static final int BEFORE_SERVER = -3;

    private final long limit;
    private final BodyHandler bounded;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
        this.bounded = BodyHandler.create(false).setBodyLimit(this.limit);
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_SERVER).handler(this::check).failureHandler(this::failed);
    }

    private void check(RoutingContext request) {
        if (declared(request) > limit) {
            refuse(request);
        } else if (undeclared(request.request())) {
            bounded.handle(request);
        } else {
            request.next();
        }
    }

    private void failed(RoutingContext request) {
        if (request.statusCode() == 413) {
            refuse(request);
        } else {
            request.next();
        }
    }

    private void refuse(RoutingContext request) {
        HttpServerResponse response = request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemResponses.PROBLEM_JSON);
        if (request.request().version() != HttpVersion.HTTP_2) {
            // The rest of the body is not read, so the connection cannot be used again.
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(ended -> request.request().connection().close());
        }
        response.end(EventJson.encode(problem()));
    }

    private static boolean undeclared(HttpServerRequest request) {
        // With HTTP/2 the body must still be unread when the resource is reached; the server's own check ends its
        // stream.
        return request.version() != HttpVersion.HTTP_2 && request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
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
