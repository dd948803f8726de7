package io.cliprelay.worker.inbox;

import java.time.Duration;
import java.util.UUID;

/** Somebody works at the upload for so long that what a person said of it was not applied; nothing changed. */
final class InHandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InHandException(UUID upload, Duration waited) {
        super("Upload %s was still being worked at after %s and was not settled; settle it again later"
                .formatted(upload, waited));
    }
}
