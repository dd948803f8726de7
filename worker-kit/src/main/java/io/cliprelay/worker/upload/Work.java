package io.cliprelay.worker.upload;

import java.time.Instant;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.spi.UploadException;

/** What is done with an upload as it stands. */
@FunctionalInterface
interface Work {

    /**
     * Does it once.
     *
     * @param lastSetback present where this is the last try in a row: what the tries before it met
     * @return when to look at the upload again
     */
    Uni<Optional<Instant>> on(StoredUpload upload, Optional<UploadException> lastSetback);
}
