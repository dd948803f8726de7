package io.cliprelay.gateway.media;

import java.util.Optional;

/** Recognises images by their first bytes. */
final class Images {

    private Images() {}

    static Optional<String> contentType(byte[] head) {
        if (Magic.bytesAt(head, 0, "ffd8ff")) {
            return Optional.of("image/jpeg");
        }
        return Magic.bytesAt(head, 0, "89504e470d0a1a0a") ? Optional.of("image/png") : Optional.empty();
    }
}
