package io.cliprelay.worker.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

import io.cliprelay.worker.spi.MediaRange;

/** An object in S3-compatible storage. */
record S3Media(S3Objects objects, S3Objects.Description opened) implements Media {

    @Override
    public long size() {
        return opened.size();
    }

    @Override
    public String version() {
        return opened.size() + "@" + opened.tag().orElse(opened.changed());
    }

    @Override
    public MediaRange range(long offset, long length) {
        return new MediaRange(offset, length, size(), this::bytes);
    }

    private Multi<Buffer> bytes(long offset, long length) {
        return ExactLength.of(
                objects.bytes(offset, length, opened),
                length,
                objects.location().uri());
    }

    @Override
    public Uni<Void> verifyUnchanged() {
        return objects.describe().invoke(this::requireSame).replaceWithVoid();
    }

    private void requireSame(S3Objects.Description now) {
        if (!now.equals(opened)) {
            throw S3Failures.changed(objects.location().uri(), opened, now);
        }
    }
}
