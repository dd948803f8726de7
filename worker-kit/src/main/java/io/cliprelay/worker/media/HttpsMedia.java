package io.cliprelay.worker.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

import io.cliprelay.worker.spi.MediaRange;

/** A file on another host. */
record HttpsMedia(HttpsRanges ranges, HttpsRanges.Description opened) implements Media {

    @Override
    public long size() {
        return opened.size();
    }

    @Override
    public String version() {
        return opened.size() + "@" + opened.validator().orElse("");
    }

    @Override
    public MediaRange range(long offset, long length) {
        return new MediaRange(offset, length, size(), this::bytes);
    }

    private Multi<Buffer> bytes(long offset, long length) {
        return ExactLength.of(ranges.bytes(offset, length, opened), length, ranges.uri());
    }

    @Override
    public Uni<Void> verifyUnchanged() {
        return ranges.describe().invoke(now -> ranges.requireSame(opened, now)).replaceWithVoid();
    }
}
