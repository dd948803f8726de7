package io.cliprelay.gateway.media;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;

/** Looks at what a submission refers to, before it is accepted. */
@ApplicationScoped
public class MediaInspector {

    private final Vertx vertx;
    private final MediaConfig config;
    private final FileLook files;
    private final HttpsLook https;
    private final S3Look s3;

    MediaInspector(Vertx vertx, MediaConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.files = new FileLook(config.roots());
        this.https = new HttpsLook(config.httpsAllowedHosts().orElse(Set.of()));
        this.s3 = new S3Look(config.s3Buckets().orElse(Set.of()));
    }

    /** What there is at {@code uri}. Files are read on a worker thread; the answer comes on the caller's context. */
    public Uni<Finding> inspect(URI uri, MediaKind kind) {
        return switch (Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT)) {
            case "file" -> onWorker(uri, kind);
            case "https" -> Uni.createFrom().item(https.at(uri, kind));
            case "s3" -> Uni.createFrom().item(s3.at(uri, kind));
            default ->
                Uni.createFrom()
                        .item(kind.unusable(
                                "scheme.unsupported",
                                uri + " is neither a file: nor an https: nor an s3: URI.",
                                "Send file:/path/to/it, https://host/path/to/it or s3://bucket/key."));
        };
    }

    private Uni<Finding> onWorker(URI uri, MediaKind kind) {
        Context context = vertx.getOrCreateContext();
        return vertx.executeBlocking(() -> bounded(files.at(uri, kind), kind), false)
                .ifNoItem()
                .after(config.timeout())
                .recoverWithItem(() -> kind.unusable(
                        "not-readable",
                        uri + " could not be looked at within "
                                + config.timeout().toSeconds() + " s.",
                        "Check the drive it is on, then submit it again."))
                .emitOn(task -> context.runOnContext(task));
    }

    private Finding bounded(Finding found, MediaKind kind) {
        return switch (kind) {
            // What a video may be is each platform's to say.
            case VIDEO -> found;
            case THUMBNAIL -> new ThumbnailLimit(config.thumbnailMaxBytes()).check(found);
        };
    }
}
