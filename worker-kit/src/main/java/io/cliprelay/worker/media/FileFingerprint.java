package io.cliprelay.worker.media;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.worker.spi.UploadException;

/**
 * What tells a file from another of the same name.
 *
 * @param lastModified to the microsecond, which is what survives the way through a table
 */
record FileFingerprint(long size, Instant lastModified) {

    FileFingerprint {
        lastModified = lastModified.truncatedTo(ChronoUnit.MICROS);
    }

    static FileFingerprint of(Path file) throws IOException {
        return new FileFingerprint(
                Files.size(file), Files.getLastModifiedTime(file).toInstant());
    }

    /** What was known at submission; where nothing was, what is found is taken for it. */
    static FileFingerprint submitted(MediaReference reference, FileFingerprint found) {
        return new FileFingerprint(
                reference.sizeBytes().orElse(found.size()),
                reference.lastModified().orElse(found.lastModified()));
    }

    static UploadException changed(URI uri, FileFingerprint before, FileFingerprint now) {
        return MediaFailures.of(
                "media.changed",
                "The file %s has changed since the clip was submitted: %d bytes of %s then, %d bytes of %s now"
                        .formatted(uri, before.size(), before.lastModified(), now.size(), now.lastModified()),
                "Submit the clip again with the file as it shall be published.");
    }
}
