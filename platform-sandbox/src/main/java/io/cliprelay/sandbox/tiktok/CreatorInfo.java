package io.cliprelay.sandbox.tiktok;

import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code creator_info/query}: what the creator may post right now. Refusals about the creator come with HTTP 200. */
@Singleton
class CreatorInfo implements ApiEndpoint {

    private final Callers callers;
    private final PostingRules rules;

    CreatorInfo(Callers callers, PostingRules rules) {
        this.callers = callers;
        this.rules = rules;
    }

    @Override
    public String operation() {
        return TikTok.CREATOR_INFO;
    }

    @Override
    public JsonNode serve(ApiRequest request) {
        Creator creator =
                callers.admit(request, operation(), Set.of("video.publish"), TikTokSettings::creatorInfosPerMinute);
        try {
            rules.checkMayPost(creator);
        } catch (ApiRefusal refusal) {
            throw new ApiRefusal(refusal.error().withStatus(200));
        }
        return shown(creator);
    }

    private static JsonNode shown(Creator creator) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("creator_avatar_url", "https://p16.tiktokcdn.invalid/" + creator.openId() + ".webp")
                .put("creator_username", creator.username())
                .put("creator_nickname", creator.nickname());
        var options = data.putArray("privacy_level_options");
        creator.privacyOptions().forEach(options::add);
        data.put("comment_disabled", creator.commentDisabled())
                .put("duet_disabled", creator.duetDisabled())
                .put("stitch_disabled", creator.stitchDisabled())
                .put("max_video_post_duration_sec", creator.maxDurationSeconds());
        return data;
    }
}
