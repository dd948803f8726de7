package io.cliprelay.gateway.media;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.contracts.clip.MediaReference;

/** Looks at an {@code s3:} reference, without following it: only the workers have the storage's keys. */
final class S3Look {

    private final Set<String> buckets;

    S3Look(Set<String> buckets) {
        this.buckets = Set.copyOf(buckets);
    }

    Finding at(URI uri, MediaKind kind) {
        String bucket = Objects.requireNonNullElse(uri.getAuthority(), "");
        boolean object = uri.getPath() != null && uri.getPath().length() > 1;
        if (bucket.isEmpty() || !object || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return kind.unusable(
                    "uri.invalid",
                    uri + " names no object.",
                    "Send s3://bucket/key; write special characters of the key as %20.");
        }
        return buckets.contains(bucket)
                ? new Finding.Usable(new MediaReference(uri, Optional.empty(), Optional.empty(), Optional.empty()))
                : kind.unusable(
                        "bucket-not-allowed",
                        "Media may not be read from the bucket " + bucket + ".",
                        "Move it into an allowed bucket, or have this one added to cliprelay.media.s3.buckets.");
    }
}
