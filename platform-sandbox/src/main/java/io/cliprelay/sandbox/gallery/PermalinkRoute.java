package io.cliprelay.sandbox.gallery;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.http.Answer;

/** Every post's permalink, whatever it looks like on its platform, opens the page of the post. */
@Singleton
class PermalinkRoute {

    /** After the platforms' own addresses, before what Quarkus serves. */
    private static final int AFTER_PLATFORMS = -900;

    private final Ledger ledger;
    private final Views views;

    PermalinkRoute(Ledger ledger, Views views) {
        this.ledger = ledger;
        this.views = views;
    }

    void register(@Observes Router router) {
        router.get().order(AFTER_PLATFORMS).handler(this::serve);
    }

    private void serve(RoutingContext context) {
        ledger.findByAddress(context.request().uri()).ifPresentOrElse(post -> open(context, post), context::next);
    }

    private void open(RoutingContext context, Post post) {
        Answer.html(200, GalleryHtml.one(views.of(post))).writeTo(context.response());
        context.request().resume();
    }
}
