package io.cliprelay.gateway.access;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemResponses;

/** Cuts off who sends a body so slowly that the request would be held open for long, one byte after the other. */
@ApplicationScoped
class BodyDeadline {

    /** Before bodies are looked at. */
    private static final int BEFORE_LIMIT = -4;

    private final Vertx vertx;
    private final Duration within;

    BodyDeadline(Vertx vertx, AccessConfig config) {
        this.vertx = vertx;
        this.within = config.bodyWithin();
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_LIMIT).handler(this::watch);
    }

    private void watch(RoutingContext context) {
        if (hasBody(context.request())) {
            long timer = vertx.setTimer(within.toMillis(), fired -> end(context.request()));
            context.addEndHandler(ended -> vertx.cancelTimer(timer));
        }
        context.next();
    }

    private void end(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        // What is answered already holds nothing up.
        if (request.isEnded() || response.headWritten()) {
            return;
        }
        response.setStatusCode(408).putHeader(HttpHeaders.CONTENT_TYPE, ProblemResponses.PROBLEM_JSON);
        if (request.version() == HttpVersion.HTTP_2) {
            response.endHandler(ended -> response.reset(0));
        } else {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(ended -> request.connection().close());
        }
        response.end(EventJson.encode(problem()));
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
    }

    private Problem problem() {
        return Problem.of(
                408,
                "body.too-slow",
                ProblemCategory.TRANSIENT,
                "The body took too long",
                "A body must arrive within %d s. Send it again, in one go.".formatted(within.toSeconds()),
                List.of());
    }
}
