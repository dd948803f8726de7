package io.cliprelay.instagram;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.cliprelay.instagram.wire.Media;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/** What became of a Reel. It is live once it was published; reading its permalink is a best effort. */
@ApplicationScoped
class Inspecting {

    private static final Logger LOG = Logger.getLogger(Inspecting.class);
    private static final int REPEATS = 2;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Graph graph;
    private final OwnReels reels;
    private final InstagramConfig config;
    private final InstantSource clock;

    Inspecting(Graph graph, OwnReels reels, InstagramConfig config, InstantSource clock) {
        this.graph = graph;
        this.reels = reels;
        this.config = config;
        this.clock = clock;
    }

    Uni<Inspection> inspect(UploadRequest request, String postId) {
        return UnnamedPost.of(postId).map(post -> name(request, post)).orElseGet(() -> permalink(request, postId));
    }

    private Uni<Inspection> permalink(UploadRequest request, String postId) {
        return graph.read(request, postId, "id,permalink", Media.class)
                .onFailure(Inspecting::mayPass)
                .retry()
                .withBackOff(PAUSE)
                .atMost(REPEATS)
                .map(media -> live(request, postId, Optional.ofNullable(media.permalink())))
                .onFailure(Inspecting::mayPass)
                .recoverWithItem(failure -> unlinked(request, postId, failure));
    }

    /** A token that is refused is renewed by the kit, which asks again then. */
    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof UploadException told && told.tokenRefused());
    }

    private Inspection unlinked(UploadRequest request, String postId, Throwable failure) {
        LOG.warnf("Reel %s is live; its permalink cannot be read: %s", postId, failure.getMessage());
        return live(request, postId, Optional.empty());
    }

    private Uni<Inspection> name(UploadRequest request, UnnamedPost post) {
        return reels.like(request, post.openedAt()).map(look -> look.only()
                .map(reel -> live(request, reel.id(), Optional.ofNullable(reel.permalink())))
                .orElseGet(() -> unnamed(request, post, look)));
    }

    private Inspection unnamed(UploadRequest request, UnnamedPost post, OwnReels.Look look) {
        if (clock.instant().isBefore(post.seenAt().plus(config.idPatience()))) {
            return new Inspection.Processing();
        }
        LOG.warnf(
                "The Reel of container %s is live, and which of the account's media it is cannot be told (%d are alike)",
                post.container(), look.alike().size());
        return live(request, post.postId(), Optional.empty());
    }

    private Inspection live(UploadRequest request, String postId, Optional<String> permalink) {
        return new Inspection.Live(postId, permalink.map(URI::create).orElseGet(() -> profile(request)));
    }

    /** Where it is to be seen, among others. */
    private URI profile(UploadRequest request) {
        String username = request.account().attributes().getOrDefault("username", "");
        return URI.create(config.profileUrl() + username);
    }
}
