package io.cliprelay.instagram;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.wire.Media;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.UploadRequest;

/** The call that makes a Reel of a container, and the search for what came of it. */
@ApplicationScoped
class Publishing {

    private final Graph graph;
    private final OwnReels reels;
    private final InstagramConfig config;
    private final InstantSource clock;

    Publishing(Graph graph, OwnReels reels, InstagramConfig config, InstantSource clock) {
        this.graph = graph;
        this.reels = reels;
        this.config = config;
        this.clock = clock;
    }

    Uni<String> publish(UploadRequest request, RemoteHandle handle) {
        String container = Ticket.of(handle).container();
        return graph.publish(request, Map.of("creation_id", container), Media.class)
                .map(media -> Optional.ofNullable(media.id()).orElseGet(() -> unnamed(container, handle)));
    }

    private String unnamed(String container, RemoteHandle handle) {
        return new UnnamedPost(container, handle.openedAt(), clock.instant()).postId();
    }

    /** Since the container was opened: the Reel may be of an earlier call to publish than the last. */
    Uni<Finding> find(UploadRequest request, RemoteHandle handle) {
        return reels.like(request, handle.openedAt()).map(this::finding);
    }

    private Finding finding(OwnReels.Look look) {
        return look.only()
                .<Finding>map(reel -> new Finding.Alike(reel.id()))
                .orElseGet(() -> look.none() && config.publishAgain()
                        ? new Finding.Absent()
                        : new Finding.Unknowable(unknowable()));
    }

    private static UploadFailure.Reason unknowable() {
        return new UploadFailure.Reason(
                "instagram.unknowable",
                "Whether the Reel was published cannot be told from the account's list of media",
                "Look at the account on Instagram and say whether the Reel is there.");
    }
}
