package io.cliprelay.sandbox.linkedin;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.http.Answer;

/** {@code GET /rest/posts?q=author}: an organisation's posts. Those of members are closed. */
@Singleton
class FindPosts implements RestEndpoint {

    private static final int LARGEST_PAGE = 100;

    private final Posts posts;

    FindPosts(Posts posts) {
        this.posts = posts;
    }

    @Override
    public String operation() {
        return LinkedIn.FIND_POSTS;
    }

    @Override
    public Answer serve(RestRequest request) {
        String author = request.query().getOrDefault("author", "");
        if (!request.member().mayReadPostsOf(author)) {
            throw RestRefusal.of(
                    "ACCESS_DENIED",
                    "Not enough permissions to access: partnerApiPostsExternal.FINDER-author.20260901");
        }
        boolean isFinder = request.restliMethod().filter("FINDER"::equals).isPresent();
        if (!isFinder || !"author".equals(request.query().get("q"))) {
            throw RestRefusal.of("ILLEGAL_ARGUMENT", "Resource method could not be resolved from request parameters.");
        }
        return Answer.json(200, page(posts.of(author), count(request)));
    }

    private static int count(RestRequest request) {
        String count = request.query().getOrDefault("count", "10");
        if (!count.matches("\\d{1,3}") || Integer.parseInt(count) > LARGEST_PAGE) {
            throw RestRefusal.of("INVALID_VALUE_FOR_FIELD", "count can't be set to " + count);
        }
        return Integer.parseInt(count);
    }

    private static ObjectNode page(List<Post> found, int count) {
        var page = JsonNodeFactory.instance.objectNode();
        page.putObject("paging").put("start", 0).put("count", count).putArray("links");
        var elements = page.putArray("elements");
        found.stream().limit(count).forEach(post -> elements.add(post.resource()));
        return page;
    }
}
