package io.cliprelay.worker.spi;

import java.util.Objects;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * A part of a file, read while it is sent.
 *
 * @param offset its first byte in the file
 * @param length in bytes, above zero
 * @param total the file's size in bytes
 * @param bytes exactly {@code length} bytes, for one subscriber
 */
public record MediaRange(long offset, long length, long total, Multi<Buffer> bytes) {

    public MediaRange {
        Objects.requireNonNull(bytes, "bytes");
        if (offset < 0 || length < 1 || offset + length > total) {
            throw new IllegalArgumentException("no range: %d bytes at %d of %d".formatted(length, offset, total));
        }
    }

    /** Whether it ends where the file ends. */
    public boolean last() {
        return offset + length == total;
    }
}
