package io.cliprelay.sandbox.gallery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.NonBlocking;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /sandbox/posts}: what has been posted, oldest first. */
@Path("/sandbox/posts")
@NonBlocking
public class PostResource {

    private final Ledger ledger;
    private final Views views;
    private final Clock clock;

    PostResource(Ledger ledger, Views views, Clock clock) {
        this.ledger = ledger;
        this.views = views;
        this.clock = clock;
    }

    @GET
    public List<PostView> all(
            @RestQuery Optional<String> platform,
            @RestQuery Optional<String> account,
            @RestQuery Optional<String> title) {
        return views.all().stream()
                .filter(post -> platform.isEmpty() || platform.get().equals(post.platform()))
                .filter(post -> account.isEmpty() || account.get().equals(post.account()))
                .filter(post -> title.isEmpty() || post.title().contains(title.get()))
                .toList();
    }

    @GET
    @Path("{id}")
    public RestResponse<PostView> one(String id) {
        return views.find(id).map(RestResponse::ok).orElseGet(RestResponse::notFound);
    }

    /** Takes a post away, as a moderator does some time after it was published; the platform knows it no more. */
    @POST
    @Path("{id}/remove")
    public RestResponse<PostView> remove(String id, @RestQuery Optional<String> reason) {
        var removed = new Processing(clock.instant(), Processing.Outcome.REMOVED, reason.orElse(null));
        return ledger.change(id, post -> post.with(removed))
                .map(post -> RestResponse.ok(views.of(post)))
                .orElseGet(RestResponse::notFound);
    }
}
