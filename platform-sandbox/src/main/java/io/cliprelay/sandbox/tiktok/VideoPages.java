package io.cliprelay.sandbox.tiktok;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.NonBlocking;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.sandbox.gallery.GalleryPages;
import io.cliprelay.sandbox.gallery.WatchPage;

/** What everybody's browser shows under TikTok's permalinks: public posts that passed moderation, and creators. */
@Path(TikTok.PATH)
@NonBlocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class VideoPages {

    private final PublicPosts posts;
    private final Creators creators;
    private final WatchPage watch;
    private final GalleryPages gallery;

    VideoPages(PublicPosts posts, Creators creators, WatchPage watch, GalleryPages gallery) {
        this.posts = posts;
        this.creators = creators;
        this.watch = watch;
        this.gallery = gallery;
    }

    @GET
    @Path("@{username}/video/{id}")
    public RestResponse<String> video(String username, String id) {
        boolean shown = creators.all().stream()
                .filter(creator -> creator.username().equals(username))
                .flatMap(creator -> posts.of(creator).stream())
                .anyMatch(post -> post.id().equals(id));
        return shown ? watch.watch(id) : RestResponse.notFound();
    }

    @GET
    @Path("@{username}")
    public RestResponse<String> creator(String username) {
        boolean known =
                creators.all().stream().anyMatch(creator -> creator.username().equals(username));
        return known ? RestResponse.ok(gallery.gallery()) : RestResponse.notFound();
    }
}
