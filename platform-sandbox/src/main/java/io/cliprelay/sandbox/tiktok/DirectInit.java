package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code video/init}: begins a post that is published by its last byte. */
@Singleton
class DirectInit implements ApiEndpoint {

    private static final String PREFIX = "v_pub_file~v2-1.";

    private final VideoInit init;
    private final PostingRules rules;

    DirectInit(
            Publications publications,
            Callers callers,
            Tokens random,
            Traffic traffic,
            PostingRules rules,
            SettingsInForce settings,
            Clock clock) {
        this.init = new VideoInit(publications, callers, random, traffic, settings, clock);
        this.rules = rules;
    }

    @Override
    public String operation() {
        return TikTok.INIT;
    }

    @Override
    public Optional<String> title(JsonNode body) {
        return Optional.of(body.path("post_info").path("title").asText(""));
    }

    @Override
    public JsonNode serve(ApiRequest request) {
        Creator creator = init.admit(request, operation(), "video.publish");
        var post = PostInfo.of(request.body().path("post_info"));
        ChunkPlan plan = Sources.plan(request.body().path("source_info"));
        rules.checkDirect(creator, post);
        return init.begin(request, creator, Optional.of(post), PREFIX, plan);
    }
}
