package io.cliprelay.worker.media;

import java.util.Optional;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;

import io.cliprelay.worker.spi.MediaRange;

/**
 * Holds back the end of a file until the file was seen once more to be what it was: whatever changed while it was sent
 * is noticed before the platform has it all and publishes a mixture. So is a file that is not what was declared, and a
 * source that fails at its very end.
 */
public final class VerifiedTail {

    private static final long TAIL = 256 * 1024;

    private VerifiedTail() {}

    /** From {@code offset} to the end, of media of which no digest was declared. */
    public static MediaRange of(Media media, long offset) {
        return of(media, Optional.empty(), offset);
    }

    /** From {@code offset} to the end. */
    public static MediaRange of(Media media, Optional<DeclaredDigest> digest, long offset) {
        return new MediaRange(
                offset, media.size() - offset, media.size(), (from, length) -> read(media, digest, from, length));
    }

    private static Multi<Buffer> read(Media media, Optional<DeclaredDigest> digest, long from, long length) {
        return from + length == media.size()
                ? readToTheEnd(media, digest, from, length)
                : media.range(from, length).bytes();
    }

    private static Multi<Buffer> readToTheEnd(Media media, Optional<DeclaredDigest> digest, long from, long length) {
        long tail = media.size() - Math.min(TAIL, length);
        Multi<Buffer> last = Multi.createFrom()
                .deferred(
                        () -> media.verifyUnchanged().onItem().transformToMulti(unchanged -> end(media, digest, tail)));
        return tail == from
                ? last
                : Multi.createBy()
                        .concatenating()
                        .streams(media.range(from, tail - from).bytes(), last);
    }

    private static Multi<Buffer> end(Media media, Optional<DeclaredDigest> digest, long tail) {
        return digest.map(declared -> declared.end(tail)).orElseGet(() -> whole(media, tail));
    }

    /** In memory before any of it is given out: a source that fails after its last byte must not look like a refusal. */
    private static Multi<Buffer> whole(Media media, long tail) {
        return media.range(tail, media.size() - tail)
                .bytes()
                .collect()
                .asList()
                .onItem()
                .transformToMulti(buffers -> Multi.createFrom().iterable(buffers));
    }
}
