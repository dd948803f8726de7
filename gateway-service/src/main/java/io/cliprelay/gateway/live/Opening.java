package io.cliprelay.gateway.live;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Identity;

/** Opens the stream that {@link StartFilter} has let through. */
@ApplicationScoped
class Opening {

    private final Lines lines;
    private final Feed feed;
    private final Start start;
    private final Caller caller;

    Opening(Lines lines, Feed feed, Start start, Caller caller) {
        this.lines = lines;
        this.feed = feed;
        this.start = start;
        this.caller = caller;
    }

    /** The caller's; to be called on the request's context. */
    Multi<OutboundSseEvent> open(Sse sse, HttpServerRequest request) {
        Audience audience = start.audience();
        Beginning beginning = start.beginning();
        Identity reader = caller.identity();
        Context vertx = Vertx.currentContext();
        Executor context = task -> vertx.runOnContext(ignored -> task.run());
        return Multi.createFrom()
                .<Moment>publisher(subscriber ->
                        begin(new Line(audience, reader, lines, context, subscriber), beginning, request, subscriber))
                .map(moment -> SseText.event(sse, moment));
    }

    private void begin(
            Line line, Beginning beginning, HttpServerRequest request, Flow.Subscriber<? super Moment> subscriber) {
        // Listen first, look second: what happens in between is heard.
        lines.add(line, () -> Optional.of(request.response())
                .filter(response -> !response.closed())
                .ifPresent(response -> response.reset()));
        subscriber.onSubscribe(line);
        line.begin(beginning);
        feed.wake();
    }
}
