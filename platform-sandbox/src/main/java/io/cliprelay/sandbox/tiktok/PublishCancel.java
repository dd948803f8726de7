package io.cliprelay.sandbox.tiktok;

import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code publish/cancel}: ends a publication whose bytes are not all there; seen in clients, not documented. */
@Singleton
class PublishCancel implements ApiEndpoint {

    private final Callers callers;
    private final OwnPublications publications;

    PublishCancel(Callers callers, OwnPublications publications) {
        this.callers = callers;
        this.publications = publications;
    }

    @Override
    public String operation() {
        return TikTok.CANCEL;
    }

    @Override
    public Optional<String> title(JsonNode body) {
        return publications.title(body);
    }

    @Override
    public JsonNode serve(ApiRequest request) {
        Creator creator = callers.admit(
                request, operation(), Set.of("video.publish", "video.upload"), TikTokSettings::statusesPerMinute);
        if (!publications.require(request.body(), creator).cancel()) {
            throw ApiRefusal.of("publish_not_cancellable");
        }
        return JsonNodeFactory.instance.objectNode();
    }
}
