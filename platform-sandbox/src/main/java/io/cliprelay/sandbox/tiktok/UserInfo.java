package io.cliprelay.sandbox.tiktok;

import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code user/info}: who the creator is. */
@Singleton
class UserInfo implements ApiEndpoint {

    private final Callers callers;

    UserInfo(Callers callers) {
        this.callers = callers;
    }

    @Override
    public String operation() {
        return TikTok.USER_INFO;
    }

    @Override
    public JsonNode serve(ApiRequest request) {
        Creator creator =
                callers.admit(request, operation(), Set.of("user.info.basic"), TikTokSettings::displayCallsPerMinute);
        Set<String> fields = Set.of(request.query().getOrDefault("fields", "").split(","));
        var user = JsonNodeFactory.instance.objectNode();
        user.put("open_id", creator.openId())
                .put("union_id", creator.openId())
                .put("avatar_url", "https://p16.tiktokcdn.invalid/" + creator.openId() + ".webp")
                .put("display_name", creator.nickname())
                .put("username", creator.username());
        var data = JsonNodeFactory.instance.objectNode();
        return data.set("user", user.retain(fields));
    }
}
