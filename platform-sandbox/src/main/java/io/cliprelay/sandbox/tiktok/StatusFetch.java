package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code status/fetch}: how a publication stands. */
@Singleton
class StatusFetch implements ApiEndpoint {

    /** Really spelt like this. */
    private static final String PUBLIC_ID = "publicaly_available_post_id";

    private final Callers callers;
    private final OwnPublications publications;
    private final Clock clock;

    StatusFetch(Callers callers, OwnPublications publications, Clock clock) {
        this.callers = callers;
        this.publications = publications;
        this.clock = clock;
    }

    @Override
    public String operation() {
        return TikTok.STATUS;
    }

    @Override
    public Optional<String> title(JsonNode body) {
        return publications.title(body);
    }

    @Override
    public JsonNode serve(ApiRequest request) {
        Creator creator = callers.admit(
                request, operation(), Set.of("video.publish", "video.upload"), TikTokSettings::statusesPerMinute);
        return shown(publications.require(request.body(), creator), clock.instant());
    }

    private static JsonNode shown(Publication publication, Instant now) {
        var progress = publication.progress(now);
        var data = JsonNodeFactory.instance.objectNode().put("status", progress.status());
        progress.failReason().ifPresent(reason -> data.put("fail_reason", reason));
        publicId(publication, now).ifPresent(id -> data.putArray(PUBLIC_ID).add(Long.parseLong(id)));
        return data.put("uploaded_bytes", progress.uploadedBytes());
    }

    private static Optional<String> publicId(Publication publication, Instant now) {
        return publication.draftPostedAs().or(() -> publication
                .completion()
                .filter(done -> done.isPublicBy(now))
                .flatMap(Completion::postId));
    }
}
