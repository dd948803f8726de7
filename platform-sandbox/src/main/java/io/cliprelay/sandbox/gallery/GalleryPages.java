package io.cliprelay.sandbox.gallery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.NonBlocking;

/** What a person sees in a browser: all posts, newest first. */
@Path("/sandbox")
@NonBlocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class GalleryPages {

    private final Ledger ledger;
    private final Clock clock;

    GalleryPages(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @GET
    public String gallery() {
        Instant now = clock.instant();
        List<PostView> posts = ledger.all().reversed().stream()
                .map(post -> PostView.of(post, now))
                .toList();
        return GalleryHtml.all(posts);
    }
}
