package io.cliprelay.worker.media;

import java.io.IOException;
import java.nio.file.Path;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.worker.spi.MediaRange;

/** A file on this machine. */
final class FileMedia implements Media {

    private final Vertx vertx;
    private final Path file;
    private final MediaReference reference;
    private final FileFingerprint opened;

    FileMedia(Vertx vertx, Path file, MediaReference reference, FileFingerprint opened) {
        this.vertx = vertx;
        this.file = file;
        this.reference = reference;
        this.opened = opened;
    }

    @Override
    public long size() {
        return opened.size();
    }

    @Override
    public String version() {
        return opened.size() + "@" + opened.lastModified();
    }

    @Override
    public MediaRange range(long offset, long length) {
        return new MediaRange(offset, length, size(), this::exactly);
    }

    @Override
    public Uni<Void> verifyUnchanged() {
        return vertx.executeBlocking(this::requireUnchanged, false)
                .onFailure(IOException.class)
                .transform(failure -> FileMediaSource.unreadable(reference, failure));
    }

    private Void requireUnchanged() throws IOException {
        FileFingerprint now = FileFingerprint.of(file);
        if (!now.equals(opened)) {
            throw FileFingerprint.changed(reference.uri(), opened, now);
        }
        return null;
    }

    private Multi<Buffer> exactly(long offset, long length) {
        return ExactLength.of(bytes(offset, length), length, reference.uri());
    }

    private Multi<Buffer> bytes(long offset, long length) {
        return FileBytes.of(vertx.getDelegate(), file, offset, length)
                .onFailure(IOException.class)
                .transform(failure -> FileMediaSource.unreadable(reference, (IOException) failure));
    }
}
