package io.cliprelay.worker.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * What the platform knows an upload session by, such as its URI. Whoever has it may write to the session, so it never
 * shows.
 *
 * @param openedAt when the session was opened
 */
public record RemoteHandle(String value, Instant openedAt) {

    public RemoteHandle {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(openedAt, "openedAt");
    }

    @Override
    public String toString() {
        return "RemoteHandle[hidden, openedAt=" + openedAt + "]";
    }
}
