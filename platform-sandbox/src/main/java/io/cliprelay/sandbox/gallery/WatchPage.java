package io.cliprelay.sandbox.gallery;

import java.net.URI;
import java.time.Clock;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.NonBlocking;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The page that a permalink leads to, and the way from the root to all posts. */
@Path("/")
@NonBlocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class WatchPage {

    private final Ledger ledger;
    private final Clock clock;

    WatchPage(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @GET
    public RestResponse<Void> root() {
        return RestResponse.seeOther(URI.create("/sandbox/"));
    }

    @GET
    @Path("watch")
    public RestResponse<String> watch(@RestQuery String v) {
        return ledger.find(v)
                .map(post -> RestResponse.ok(GalleryHtml.one(PostView.of(post, clock.instant()))))
                .orElseGet(() -> RestResponse.status(RestResponse.Status.NOT_FOUND, GalleryHtml.none()));
    }
}
