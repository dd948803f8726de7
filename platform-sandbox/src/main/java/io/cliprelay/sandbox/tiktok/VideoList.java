package io.cliprelay.sandbox.tiktok;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.gallery.Post;

/** {@code video/list}: the creator's public videos, the newest first, from a moment back. */
@Singleton
class VideoList implements ApiEndpoint {

    private static final int LARGEST_PAGE = 20;
    private static final int USUAL_PAGE = 10;

    private final Callers callers;
    private final PublicPosts posts;

    VideoList(Callers callers, PublicPosts posts) {
        this.callers = callers;
        this.posts = posts;
    }

    @Override
    public String operation() {
        return TikTok.VIDEO_LIST;
    }

    @Override
    public JsonNode serve(ApiRequest request) {
        Creator creator =
                callers.admit(request, operation(), Set.of("video.list"), TikTokSettings::displayCallsPerMinute);
        Set<String> fields = VideoFields.of(request);
        int size = size(request.body());
        List<Post> older = olderThan(request.body().path("cursor").asLong(Long.MAX_VALUE), creator);
        List<Post> page = older.subList(0, Math.min(size, older.size()));
        var data = JsonNodeFactory.instance.objectNode();
        var videos = data.putArray("videos");
        page.forEach(post -> videos.add(posts.shown(post, fields)));
        return data.put("cursor", page.isEmpty() ? 0 : time(page.getLast())).put("has_more", older.size() > size);
    }

    private static int size(JsonNode body) {
        int size = body.path("max_count").asInt(USUAL_PAGE);
        if (size < 1 || size > LARGEST_PAGE) {
            throw ApiRefusal.of("invalid_params", "max_count must lie between 1 and " + LARGEST_PAGE);
        }
        return size;
    }

    private List<Post> olderThan(long cursor, Creator creator) {
        return posts.of(creator).stream()
                .filter(post -> time(post) < cursor)
                .sorted(Comparator.comparing(Post::createdAt).reversed())
                .toList();
    }

    private static long time(Post post) {
        return post.createdAt().toEpochMilli();
    }
}
