package io.cliprelay.sandbox.gallery;

import java.net.URI;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.NonBlocking;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The way to the gallery from where people look first. */
@Path("/")
@NonBlocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RootPages {

    private final Views views;

    RootPages(Views views) {
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

    /** What is left for addresses of this form: {@link PermalinkRoute} has opened those that a post has. */
    @GET
    @Path("watch")
    public RestResponse<String> watch(@RestQuery String v) {
        return views.find(v)
                .map(post -> RestResponse.ok(GalleryHtml.one(post)))
                .orElseGet(() -> RestResponse.status(RestResponse.Status.NOT_FOUND, GalleryHtml.none()));
    }
}
