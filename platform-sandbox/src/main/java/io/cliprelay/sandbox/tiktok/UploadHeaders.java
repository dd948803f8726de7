package io.cliprelay.sandbox.tiktok;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.vertx.core.http.HttpServerRequest;

/** Whether a request for an upload URL is one that TikTok takes (content-posting-api-media-transfer-guide). */
final class UploadHeaders {

    private static final Set<String> MEDIA = Set.of("video/mp4", "video/quicktime", "video/webm");

    private UploadHeaders() {}

    /** The status to refuse it with; empty if its bytes are the ones that come next. */
    static Optional<Integer> check(
            HttpServerRequest request, Optional<Publication> found, TikTokSettings settings, Instant now) {
        if (found.filter(Publication::isKnownToUpload).isEmpty()) {
            return Optional.of(404);
        }
        Publication publication = found.get();
        if (!now.isBefore(publication.start().urlExpiresAt())) {
            return Optional.of(403);
        }
        boolean authorized = request.getHeader("Authorization") != null;
        Optional<ContentRange> range = ContentRange.of(request.getHeader("Content-Range"))
                .filter(given -> given.total() == publication.start().plan().videoSize());
        if (range.isEmpty()
                || authorized && settings.refuseAuthorizationOnUpload()
                || !MEDIA.contains(String.valueOf(request.getHeader("Content-Type")))
                || !Long.toString(range.get().length()).equals(request.getHeader("Content-Length"))) {
            return Optional.of(400);
        }
        return publication.refusal(range.get().first(), range.get().last() + 1);
    }
}
