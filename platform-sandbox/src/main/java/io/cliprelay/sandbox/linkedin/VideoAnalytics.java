package io.cliprelay.sandbox.linkedin;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.gallery.Audience;
import io.cliprelay.sandbox.http.Answer;

/** {@code GET /rest/videoAnalytics?q=entity}: how often an organisation's video was seen. */
@Singleton
class VideoAnalytics implements RestEndpoint {

    private static final String VIEWS = "VIDEO_VIEW";

    private final Posts posts;
    private final Audience audience;

    VideoAnalytics(Posts posts, Audience audience) {
        this.posts = posts;
        this.audience = audience;
    }

    @Override
    public String operation() {
        return LinkedIn.VIDEO_ANALYTICS;
    }

    @Override
    public Answer serve(RestRequest request) {
        Elements.requireFinder(request, "entity");
        if (!VIEWS.equals(request.query().get("type"))) {
            throw RestRefusal.of("INVALID_VALUE_FOR_FIELD", "type can't be set to this value here");
        }
        String urn = request.query().getOrDefault("entity", "");
        var post = posts.find(urn);
        if (post.filter(found -> request.member().mayReadPostsOf(found.channelId()))
                .isEmpty()) {
            throw Elements.denied("videoAnalytics.FINDER-entity.20260901");
        }
        return Elements.page(post.map(found -> JsonNodeFactory.instance
                .objectNode()
                .put("entity", urn)
                .put("type", VIEWS)
                .put("value", audience.of(found).views())));
    }
}
