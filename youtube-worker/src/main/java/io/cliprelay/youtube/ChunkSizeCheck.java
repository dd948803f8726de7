package io.cliprelay.youtube;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/** Refuses a chunk size at start that YouTube would refuse at every upload. */
@ApplicationScoped
class ChunkSizeCheck {

    private static final long UNIT = 256 * 1024;

    void start(@Observes StartupEvent starting, YouTubeConfig config) {
        config.upload()
                .chunkSize()
                .map(size -> size.asLongValue())
                .filter(size -> size < UNIT || size % UNIT != 0)
                .ifPresent(size -> {
                    throw new IllegalStateException(
                            "cliprelay.youtube.upload.chunk-size is %d bytes; set a multiple of 256 KiB, such as 8M, or leave it out"
                                    .formatted(size));
                });
    }
}
