package io.cliprelay.sandbox.gallery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.media.MediaStore;

/** {@code /sandbox/posts/ID/video}: the very bytes that were uploaded, whole or in ranges, as players want them. */
@Singleton
class VideoRoute {

    private static final int BEFORE_QUARKUS = -1000;

    private final Ledger ledger;
    private final MediaStore media;

    VideoRoute(Ledger ledger, MediaStore media) {
        this.ledger = ledger;
        this.media = media;
    }

    static String path(String postId) {
        return "/sandbox/posts/" + URLEncoder.encode(postId, StandardCharsets.UTF_8) + "/video";
    }

    void register(@Observes Router router) {
        router.get("/sandbox/posts/:id/video").order(BEFORE_QUARKUS).handler(this::serve);
        router.head("/sandbox/posts/:id/video").order(BEFORE_QUARKUS).handler(this::serve);
    }

    private void serve(RoutingContext context) {
        Optional<Post> post = ledger.findEver(context.pathParam("id"));
        Optional<Path> file = post.map(Post::sha256).flatMap(media::find);
        if (file.isEmpty()) {
            context.response().setStatusCode(404).end();
        } else {
            send(context, post.orElseThrow(), file.get());
        }
        context.request().resume();
    }

    private static void send(RoutingContext context, Post post, Path file) {
        HttpServerResponse response = context.response();
        long length = file.toFile().length();
        response.putHeader("Accept-Ranges", "bytes")
                .putHeader("ETag", "\"" + post.sha256() + "\"")
                .putHeader("Content-Type", playable(post.contentType()));
        switch (ByteRange.of(context.request().getHeader("Range"), length)) {
            case ByteRange.Whole whole -> send(context, file, 0, length);
            case ByteRange.Part part -> {
                response.setStatusCode(206)
                        .putHeader("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + length);
                send(context, file, part.first(), part.length());
            }
            case ByteRange.Unsatisfiable none ->
                response.setStatusCode(416)
                        .putHeader("Content-Range", "bytes */" + length)
                        .end();
        }
    }

    private static void send(RoutingContext context, Path file, long first, long length) {
        if (context.request().method().equals(HttpMethod.HEAD)) {
            context.response()
                    .putHeader("Content-Length", String.valueOf(length))
                    .end();
        } else {
            // A player that has seen enough closes the connection: that is no failure.
            context.response().sendFile(file.toString(), first, length).otherwiseEmpty();
        }
    }

    /** A browser plays nothing that is not said to be a video. */
    private static String playable(String contentType) {
        return contentType != null && contentType.startsWith("video/") ? contentType : "video/mp4";
    }
}
