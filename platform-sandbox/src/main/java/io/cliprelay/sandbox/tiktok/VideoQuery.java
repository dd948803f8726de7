package io.cliprelay.sandbox.tiktok;

import java.util.HashSet;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code video/query}: the creator's public videos by id; all others are silently left out. */
@Singleton
class VideoQuery implements ApiEndpoint {

    private static final int MOST_IDS = 20;

    private final Callers callers;
    private final PublicPosts posts;

    VideoQuery(Callers callers, PublicPosts posts) {
        this.callers = callers;
        this.posts = posts;
    }

    @Override
    public String operation() {
        return TikTok.VIDEO_QUERY;
    }

    @Override
    public JsonNode serve(ApiRequest request) {
        Creator creator =
                callers.admit(request, operation(), Set.of("video.list"), TikTokSettings::displayCallsPerMinute);
        Set<String> fields = VideoFields.of(request);
        Set<String> ids = ids(request.body().path("filters").path("video_ids"));
        var data = JsonNodeFactory.instance.objectNode();
        var videos = data.putArray("videos");
        posts.of(creator).stream()
                .filter(post -> ids.contains(post.id()))
                .forEach(post -> videos.add(posts.shown(post, fields)));
        return data;
    }

    private static Set<String> ids(JsonNode given) {
        var ids = new HashSet<String>();
        given.forEach(id -> ids.add(id.asText()));
        if (ids.isEmpty() || ids.size() > MOST_IDS) {
            throw ApiRefusal.of("invalid_params", "Between 1 and " + MOST_IDS + " video ids are required");
        }
        return ids;
    }
}
