package io.cliprelay.sandbox.gallery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.NonBlocking;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /sandbox/posts}: what has been posted, oldest first. */
@Path("/sandbox/posts")
@NonBlocking
public class PostResource {

    private final Ledger ledger;
    private final Clock clock;

    PostResource(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @GET
    public List<PostView> all() {
        Instant now = clock.instant();
        return ledger.all().stream().map(post -> PostView.of(post, now)).toList();
    }

    @GET
    @Path("{id}")
    public RestResponse<PostView> one(String id) {
        return ledger.find(id)
                .map(post -> RestResponse.ok(PostView.of(post, clock.instant())))
                .orElseGet(RestResponse::notFound);
    }
}
