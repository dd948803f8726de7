package io.cliprelay.worker.media;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * Names an object: {@code s3://bucket/key}, the key percent-encoded as in any URI.
 *
 * @param key without a slash before it, not encoded
 */
record S3Location(URI uri, String bucket, String key) {

    S3Location {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
    }

    /** Fails where {@code uri} names no object, or one in none of {@code buckets}. */
    static S3Location of(URI uri, Set<String> buckets) {
        String bucket = Objects.requireNonNullElse(uri.getAuthority(), "");
        String path = Objects.requireNonNullElse(uri.getPath(), "");
        if (bucket.isEmpty() || path.length() < 2 || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw MediaFailures.of(
                    "media.uri-invalid",
                    "%s names no object".formatted(uri),
                    "Submit the clip with s3://bucket/key, special characters in the key written as %20.");
        }
        if (!buckets.contains(bucket)) {
            throw MediaFailures.of(
                    "media.not-allowed",
                    "Media may not be read from the bucket %s".formatted(bucket),
                    "Move it into an allowed bucket, or add this one to cliprelay.media.s3.buckets of gateway and workers.");
        }
        return new S3Location(uri, bucket, path.substring(1));
    }
}
