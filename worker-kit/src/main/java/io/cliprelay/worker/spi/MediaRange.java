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
 * @param reader reads any part of the file
 */
public record MediaRange(long offset, long length, long total, Reader reader) {

    /** Reads parts of a file. */
    @FunctionalInterface
    public interface Reader {

        /** Exactly {@code length} bytes from {@code offset} of the file, for one subscriber; nothing is read before. */
        Multi<Buffer> read(long offset, long length);
    }

    public MediaRange {
        Objects.requireNonNull(reader, "reader");
        if (offset < 0 || length < 1 || offset + length > total) {
            throw new IllegalArgumentException("no range: %d bytes at %d of %d".formatted(length, offset, total));
        }
    }

    /** All of it, for one subscriber. */
    public Multi<Buffer> bytes() {
        return reader.read(offset, length);
    }

    /** A part of it, which may be read beside other parts; {@code from} counts from the file's first byte. */
    public MediaRange slice(long from, long size) {
        if (from < offset || from + size > offset + length) {
            throw new IllegalArgumentException(
                    "%d bytes at %d are not within %d bytes at %d".formatted(size, from, length, offset));
        }
        return new MediaRange(from, size, total, reader);
    }

    /** Whether it ends where the file ends. */
    public boolean last() {
        return offset + length == total;
    }
}
