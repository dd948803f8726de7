package io.cliprelay.sandbox.linkedin;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.gallery.Audience;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.gallery.Reception;
import io.cliprelay.sandbox.http.Answer;

/**
 * {@code GET /rest/memberCreatorPostAnalytics} and {@code /rest/memberCreatorVideoAnalytics}: one metric of a post of the
 * member's own, for whom the vetted scope was granted.
 */
@Singleton
class MemberAnalytics implements RestEndpoint {

    private static final Map<String, ToLongFunction<Reception>> METRICS = Map.of(
            "IMPRESSION", Reception::views,
            "MEMBERS_REACHED", Reception::views,
            "RESHARE", Reception::shares,
            "REACTION", Reception::likes,
            "COMMENT", Reception::comments,
            "VIDEO_PLAY", Reception::views,
            "VIDEO_VIEWER", Reception::views);

    private final Posts posts;
    private final Audience audience;

    MemberAnalytics(Posts posts, Audience audience) {
        this.posts = posts;
        this.audience = audience;
    }

    @Override
    public String operation() {
        return LinkedIn.MEMBER_ANALYTICS;
    }

    @Override
    public Answer serve(RestRequest request) {
        Optional<Post> post =
                posts.find(urn(request)).filter(found -> request.member().mayReadOwnStatisticsOf(found.channelId()));
        if (post.isEmpty()) {
            throw Elements.denied("memberCreatorPostAnalytics.FINDER-entity.20260901");
        }
        Elements.requireFinder(request, "entity");
        ToLongFunction<Reception> metric = Optional.ofNullable(request.query().get("queryType"))
                .map(METRICS::get)
                .orElseThrow(
                        () -> RestRefusal.of("INVALID_VALUE_FOR_FIELD", "queryType is not one of " + METRICS.keySet()));
        return Elements.page(post.map(
                found -> JsonNodeFactory.instance.objectNode().put("count", metric.applyAsLong(audience.of(found)))));
    }

    /** As {@code (ugc:URN)} or {@code (share:URN)}. */
    private static String urn(RestRequest request) {
        String entity = request.query().getOrDefault("entity", "");
        if (!entity.matches("\\((ugc:urn:li:ugcPost|share:urn:li:share):\\d+\\)")) {
            throw RestRefusal.of("INVALID_URN_TYPE");
        }
        return entity.substring(entity.indexOf(':') + 1, entity.length() - 1);
    }
}
