package io.cliprelay.contracts.clip;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that is read when its upload runs, with what was known of it at submission, so that one that changed since is
 * noticed and not published.
 *
 * @param uri {@code file:}, {@code https:} or {@code s3:}
 * @param sizeBytes its length; absent where only the source can tell
 * @param lastModified its time of change; absent where only the source can tell
 * @param contentType its media type, such as {@code video/mp4}
 * @param sha256 the digest that its bytes must have, as whoever submitted it declared: 64 lower-case hexadecimal digits;
 *     absent where none was declared
 */
public record MediaReference(
        URI uri,
        Optional<Long> sizeBytes,
        Optional<Instant> lastModified,
        Optional<String> contentType,
        Optional<String> sha256) {

    public MediaReference {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(sizeBytes, "sizeBytes");
        Objects.requireNonNull(lastModified, "lastModified");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** A file of which no digest was declared. */
    public MediaReference(
            URI uri, Optional<Long> sizeBytes, Optional<Instant> lastModified, Optional<String> contentType) {
        this(uri, sizeBytes, lastModified, contentType, Optional.empty());
    }

    /** The same file with the digest that was declared of it. */
    public MediaReference declared(Optional<String> digest) {
        return new MediaReference(uri, sizeBytes, lastModified, contentType, digest);
    }
}
