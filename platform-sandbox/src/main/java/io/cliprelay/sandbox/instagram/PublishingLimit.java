package io.cliprelay.sandbox.instagram;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code GET /{IG}/content_publishing_limit}. */
@Singleton
class PublishingLimit implements GraphCall {

    private static final int DAY = 86_400;

    private final Accounts accounts;
    private final Reels reels;
    private final SettingsInForce settings;

    PublishingLimit(Accounts accounts, Reels reels, SettingsInForce settings) {
        this.accounts = accounts;
        this.reels = reels;
        this.settings = settings;
    }

    @Override
    public String operation(GraphRequest request) {
        return Instagram.LIMIT;
    }

    @Override
    public JsonNode serve(GraphRequest request) {
        Account account = accounts.named(request);
        var answer = JsonNodeFactory.instance.objectNode();
        var usage = answer.putArray("data").addObject();
        usage.put("quota_usage", reels.ofToday(account, settings.now()));
        if (request.fields("quota_usage").contains("config")) {
            usage.putObject("config")
                    .put("quota_total", settings.current().quotaTotal())
                    .put("quota_duration", DAY);
        }
        return answer;
    }
}
