package io.cliprelay.worker.media;

import java.util.Locale;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.clip.MediaReference;

/** Opens media by the kind of its URI. */
@ApplicationScoped
public class MediaSources {

    private final FileMediaSource files;
    private final HttpsMediaSource https;
    private final S3MediaSource s3;

    MediaSources(FileMediaSource files, HttpsMediaSource https, S3MediaSource s3) {
        this.files = files;
        this.https = https;
        this.s3 = s3;
    }

    /** Opens what {@code reference} refers to; fails where it is not there, not allowed, or not as it was. */
    public Uni<Media> open(MediaReference reference) {
        return switch (Objects.requireNonNullElse(reference.uri().getScheme(), "")
                .toLowerCase(Locale.ROOT)) {
            case "file" -> files.open(reference);
            case "https" -> https.open(reference);
            case "s3" -> s3.open(reference);
            default ->
                Uni.createFrom()
                        .failure(MediaFailures.of(
                                "media.scheme",
                                "Media cannot be read from " + reference.uri(),
                                "Submit the clip with a file:, https: or s3: URI."));
        };
    }
}
