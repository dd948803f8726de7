package io.cliprelay.worker.inbox;

import java.util.UUID;

/** Another process has taken the upload: whatever was to be done next, is not ours to do. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(UUID upload, long fencing) {
        super("Upload %s was taken by another owner; fencing number %d no longer counts".formatted(upload, fencing));
    }
}
