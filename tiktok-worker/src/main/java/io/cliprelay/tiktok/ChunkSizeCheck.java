package io.cliprelay.tiktok;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/** Refuses chunk sizes at start that TikTok would refuse at every upload. */
@ApplicationScoped
class ChunkSizeCheck {

    void start(@Observes StartupEvent starting, TikTokConfig config) {
        ChunkSizes.of(config);
    }
}
