package io.cliprelay.instagram;

import java.util.Optional;

import io.cliprelay.worker.spi.RemoteHandle;

/**
 * What is remembered of a container.
 *
 * @param uri where its bytes go; empty where the video is fetched by its address
 */
record Ticket(String container, Optional<String> uri) {

    static Ticket of(RemoteHandle handle) {
        String[] parts = handle.value().split(" ", 2);
        return new Ticket(parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
    }

    String text() {
        return uri.map(address -> container + " " + address).orElse(container);
    }
}
