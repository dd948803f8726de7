package io.cliprelay.instagram;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.cliprelay.worker.spi.UploadRequest;

/** What is left to do for a Reel that is live. */
@ApplicationScoped
class Closing {

    private static final Logger LOG = Logger.getLogger(Closing.class);

    private final Graph graph;

    Closing(Graph graph) {
        this.graph = graph;
    }

    /** Comments can be closed only now; a cover could be given only before. */
    Uni<Void> complete(UploadRequest request, String postId) {
        if (request.content().thumbnail().isPresent()
                && ReelOrder.cover(request.content()).isEmpty()) {
            LOG.warnf(
                    "Reel %s has a cover from the video itself: Instagram fetches covers, and a file has no address",
                    postId);
        }
        boolean closed = "false".equals(request.content().options().get(InstagramDescriptor.COMMENTS));
        return closed && UnnamedPost.of(postId).isEmpty()
                ? graph.write(request, postId, Map.of("comment_enabled", "false"), JsonNode.class)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
