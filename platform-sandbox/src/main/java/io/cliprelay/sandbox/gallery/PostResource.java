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

import io.cliprelay.sandbox.http.BadRequest;
import io.cliprelay.sandbox.http.JsonBody;

/** {@code /sandbox/posts}: what has been posted, oldest first. */
@Path("/sandbox/posts")
@NonBlocking
public class PostResource {

    private final Ledger ledger;
    private final Views views;
    private final Audience audience;
    private final JsonBody json;
    private final Clock clock;

    PostResource(Ledger ledger, Views views, Audience audience, JsonBody json, Clock clock) {
        this.ledger = ledger;
        this.views = views;
        this.audience = audience;
        this.json = json;
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

    /** What people made of a post; also of one that was removed. */
    @GET
    @Path("{id}/reception")
    public RestResponse<Reception> reception(String id) {
        return ledger.findEver(id)
                .map(post -> RestResponse.ok(audience.of(post)))
                .orElseGet(RestResponse::notFound);
    }

    /** Sets what people made of a post; it stays so. What is not named is 0. */
    @POST
    @Path("{id}/reception")
    public RestResponse<Reception> receive(String id, String wish) {
        Reception reception = json.as(wish, Reception.class);
        if (!reception.isPossible()) {
            throw new BadRequest("", "counts below zero", "give views, likes, comments and shares from 0 on");
        }
        return ledger.findEver(id)
                .map(post -> {
                    audience.set(id, reception);
                    return RestResponse.ok(reception);
                })
                .orElseGet(RestResponse::notFound);
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
