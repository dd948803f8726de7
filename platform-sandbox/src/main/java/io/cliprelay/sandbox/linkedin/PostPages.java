package io.cliprelay.sandbox.linkedin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.NonBlocking;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.sandbox.gallery.WatchPage;

/** What a browser shows under LinkedIn's permalinks. */
@Path(LinkedIn.PATH + "/feed/update")
@NonBlocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PostPages {

    private final Posts posts;
    private final WatchPage watch;

    PostPages(Posts posts, WatchPage watch) {
        this.posts = posts;
        this.watch = watch;
    }

    @GET
    @Path("{urn}")
    public RestResponse<String> post(String urn) {
        return posts.find(urn).isPresent() ? watch.watch(urn) : RestResponse.notFound();
    }
}
