package io.cliprelay.sandbox.linkedin;

import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Audience;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.gallery.Reception;
import io.cliprelay.sandbox.http.Answer;

/** {@code GET /rest/organizationalEntityShareStatistics}: of one post of an organisation; for its administrators. */
@Singleton
class ShareStatistics implements RestEndpoint {

    private final Posts posts;
    private final Audience audience;

    ShareStatistics(Posts posts, Audience audience) {
        this.posts = posts;
        this.audience = audience;
    }

    @Override
    public String operation() {
        return LinkedIn.SHARE_STATISTICS;
    }

    @Override
    public Answer serve(RestRequest request) {
        String organization = request.query().getOrDefault("organizationalEntity", "");
        if (!request.member().mayReadStatisticsOf(organization)) {
            throw Elements.denied("organizationalEntityShareStatistics.FINDER-organizationalEntity.20260901");
        }
        Elements.requireFinder(request, "organizationalEntity");
        return Elements.page(posts.find(urn(request))
                .filter(post -> post.channelId().equals(organization))
                .map(post -> element(post, audience.of(post))));
    }

    /** Shares and other posts have parameters of their own; each is a list. */
    private static String urn(RestRequest request) {
        return named(request, "ugcPosts", "ugcPost")
                .or(() -> named(request, "shares", "share"))
                .orElseThrow(() -> RestRefusal.of("INVALID_URN_TYPE"));
    }

    private static Optional<String> named(RestRequest request, String parameter, String type) {
        return Optional.ofNullable(request.query().get(parameter))
                .filter(list -> list.matches("List\\(urn:li:" + type + ":\\d+\\)"))
                .map(list -> list.substring("List(".length(), list.length() - 1));
    }

    private static ObjectNode element(Post post, Reception reception) {
        var element = JsonNodeFactory.instance.objectNode();
        element.put("organizationalEntity", post.channelId()).put("post", post.id());
        element.putObject("totalShareStatistics")
                .put("impressionCount", reception.views())
                .put("uniqueImpressionsCount", reception.views())
                .put("clickCount", 0)
                .put("likeCount", reception.likes())
                .put("commentCount", reception.comments())
                .put("shareCount", reception.shares())
                .put("engagement", 0.0);
        return element;
    }
}
