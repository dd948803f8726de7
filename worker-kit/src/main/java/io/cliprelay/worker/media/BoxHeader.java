package io.cliprelay.worker.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.vertx.core.buffer.Buffer;

/**
 * The beginning of a box of an MP4 or QuickTime file (ISO/IEC 14496-12, 4.2).
 *
 * @param type four characters, such as {@code moov}
 * @param header the header's own length in bytes
 * @param size of the whole box in bytes
 */
record BoxHeader(String type, int header, long size) {

    /** As long as a header gets. */
    static final int LONGEST = 16;

    private static final int USUAL = 8;

    /**
     * Reads one.
     *
     * @param bytes from the box's first one on
     * @param rest how many bytes the file has from there to its end
     * @return empty where this is no box that ends within the file
     */
    static Optional<BoxHeader> read(Buffer bytes, long rest) {
        if (bytes.length() < USUAL) {
            return Optional.empty();
        }
        String type = bytes.getString(4, USUAL, StandardCharsets.ISO_8859_1.name());
        return Optional.of(bytes.getUnsignedInt(0))
                .flatMap(size -> of(type, size, bytes, rest))
                .filter(box -> box.size >= box.header && box.size <= rest);
    }

    private static Optional<BoxHeader> of(String type, long size, Buffer bytes, long rest) {
        if (size == 0) {
            return Optional.of(new BoxHeader(type, USUAL, rest));
        }
        if (size != 1) {
            return Optional.of(new BoxHeader(type, USUAL, size));
        }
        return bytes.length() < LONGEST
                ? Optional.empty()
                : Optional.of(new BoxHeader(type, LONGEST, bytes.getLong(USUAL)));
    }
}
