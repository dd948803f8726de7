package io.cliprelay.worker.media;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;

import io.cliprelay.worker.spi.UploadException;

/** A source that ends early would leave the platform waiting for bytes that never come; one that goes on would give it others'. */
final class ExactLength {

    private ExactLength() {}

    /** The same bytes; fails at their end where they are fewer than {@code length}, and before one more than that is given out. */
    static Multi<Buffer> of(Multi<Buffer> bytes, long length, URI uri) {
        return Multi.createFrom().deferred(() -> {
            AtomicLong seen = new AtomicLong();
            Multi<Buffer> counted = bytes.invoke(buffer -> requireNoMore(seen.addAndGet(buffer.length()), length, uri));
            Multi<Buffer> verdict = Multi.createFrom().deferred(() -> verdict(seen.get(), length, uri));
            return Multi.createBy().concatenating().streams(counted, verdict);
        });
    }

    private static void requireNoMore(long seen, long length, URI uri) {
        if (seen > length) {
            throw changed(seen, length, uri);
        }
    }

    private static Multi<Buffer> verdict(long seen, long length, URI uri) {
        return seen == length ? Multi.createFrom().empty() : Multi.createFrom().failure(changed(seen, length, uri));
    }

    private static UploadException changed(long seen, long length, URI uri) {
        return MediaFailures.of(
                "media.changed",
                "The media at %s gave %d bytes where it had %d when it was opened"
                        .formatted(MediaFailures.shown(uri), seen, length),
                "Submit the clip again with the file as it shall be published.");
    }
}
