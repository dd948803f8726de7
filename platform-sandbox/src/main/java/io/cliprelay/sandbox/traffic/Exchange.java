package io.cliprelay.sandbox.traffic;

import java.time.Clock;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.http.Answer;

/** One request and the record of it; used on the request's event loop, except for {@link #cut()}. */
public final class Exchange {

    private final RoutingContext context;
    private final Call call;
    private final Clock clock;

    public Exchange(RoutingContext context, Call call, Clock clock) {
        this.context = context;
        this.call = call;
        this.clock = clock;
    }

    public HttpServerRequest request() {
        return context.request();
    }

    public Call call() {
        return call;
    }

    public Vertx vertx() {
        return context.vertx();
    }

    /** Notes bytes of the body as they come. */
    public void received(int bytes) {
        call.received(bytes, call.awaitsFirstByte() ? clock.instant() : null);
    }

    public void answer(Answer answer) {
        call.answered(answer.status(), clock.instant());
        answer.writeTo(context.response());
    }

    /** Closes the connection without an answer; any thread may do it. */
    public void cut() {
        call.broken(clock.instant());
        context.request().connection().close();
    }

    /** The client has gone. */
    public void broken() {
        call.broken(clock.instant());
    }
}
