package io.cliprelay.worker.media;

import java.io.IOException;
import java.nio.file.Path;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.worker.spi.MediaRange;

/** A file on this machine. */
final class FileMedia implements Media {

    /** The default of 8 KiB costs five times the CPU of this. */
    private static final int READ_BUFFER = 256 * 1024;

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
        return ExactLength.of(Multi.createFrom().deferred(() -> bytes(offset, length)), length, reference.uri());
    }

    private Multi<Buffer> bytes(long offset, long length) {
        return vertx.fileSystem()
                .open(
                        file.toString(),
                        new OpenOptions().setRead(true).setWrite(false).setCreate(false))
                .onItem()
                .transformToMulti(open -> read(open, offset, length));
    }

    private static Multi<Buffer> read(AsyncFile open, long offset, long length) {
        return open.setReadBufferSize(READ_BUFFER)
                .setReadPos(offset)
                .setReadLength(length)
                .toMulti()
                .onTermination()
                .call(open::close);
    }
}
