package io.cliprelay.worker.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * A session as the platform just gave it.
 *
 * @param handle names it from now on
 * @param status where it stands: it waits for the first byte, or the platform fetches the media by itself
 */
public record Opening(RemoteHandle handle, SessionStatus status) {

    public Opening {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(status, "status");
    }

    /** A session that waits for the media's first byte. */
    public static Opening waiting(RemoteHandle handle) {
        return new Opening(handle, new SessionStatus.Open(0, Optional.empty()));
    }

    /** A session for which the platform fetches the media from where it is. */
    public static Opening fetching(RemoteHandle handle) {
        return new Opening(handle, new SessionStatus.Preparing(Optional.empty()));
    }
}
