package io.cliprelay.sandbox.gallery;

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

    private final Views views;

    GalleryPages(Views views) {
        this.views = views;
    }

    @GET
    public String gallery() {
        return GalleryHtml.all(views.all().reversed());
    }
}
