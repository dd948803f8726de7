package io.cliprelay.worker.media;

import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.spi.MediaRange;

/** A file on another host. */
record HttpsMedia(HttpsRanges ranges, HttpsRanges.Description opened) implements Media {

    @Override
    public long size() {
        return opened.size();
    }

    @Override
    public MediaRange range(long offset, long length) {
        return new MediaRange(offset, length, size(), ranges.bytes(offset, length, opened));
    }

    @Override
    public Uni<Void> verifyUnchanged() {
        return ranges.describe().invoke(now -> ranges.requireSame(opened, now)).replaceWithVoid();
    }
}
