package io.cliprelay.sandbox.gallery;

import java.net.URI;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.NonBlocking;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The page of one post, and the way to the gallery from where people look first. */
@Path("/")
@NonBlocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class WatchPage {

    private final Views views;

    WatchPage(Views views) {
        this.views = views;
    }

    @GET
    public RestResponse<Void> root() {
        return RestResponse.seeOther(URI.create("/sandbox/"));
    }

    @GET
    @Path("gallery")
    public RestResponse<Void> gallery() {
        return root();
    }

    /** The post with this id, whatever its platform; not one that was removed. */
    @GET
    @Path("watch")
    public RestResponse<String> watch(@RestQuery String v) {
        return views.findShown(v)
                .map(post -> RestResponse.ok(GalleryHtml.one(post)))
                .orElseGet(() -> RestResponse.status(RestResponse.Status.NOT_FOUND, GalleryHtml.none()));
    }
}
