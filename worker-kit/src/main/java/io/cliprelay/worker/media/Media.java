package io.cliprelay.worker.media;

import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.spi.MediaRange;

/** A file that was opened for one upload. */
public interface Media {

    /** Its size in bytes, as it was when opened. */
    long size();

    /** Tells this version of it from another, in this process and in any other. */
    String version();

    /** A part of it, for one subscriber; nothing is read before. */
    MediaRange range(long offset, long length);

    /** Fails with code {@code media.changed} or {@code media.missing} where it is not what it was when opened. */
    Uni<Void> verifyUnchanged();
}
