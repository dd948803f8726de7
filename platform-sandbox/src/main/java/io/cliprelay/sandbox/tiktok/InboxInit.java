package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code inbox/video/init}: begins a draft, which the user posts in the app; {@code post_info} is ignored. */
@Singleton
class InboxInit implements ApiEndpoint {

    private static final String PREFIX = "v_inbox_file~v2.";

    private final VideoInit init;
    private final PostingRules rules;

    InboxInit(
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
        return TikTok.INBOX_INIT;
    }

    @Override
    public JsonNode serve(ApiRequest request) {
        Creator creator = init.admit(request, operation(), "video.upload");
        ChunkPlan plan = Sources.plan(request.body().path("source_info"));
        rules.checkDraft(creator);
        return init.begin(request, creator, Optional.empty(), PREFIX, plan);
    }
}
