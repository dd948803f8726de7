package io.cliprelay.sandbox.instagram;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code POST /{M}?comment_enabled=...} and {@code POST /{M}/comments?message=...}. */
@Singleton
class MediaChange implements GraphCall {

    private final Accounts accounts;
    private final Reels reels;
    private final Tokens ids;

    MediaChange(Accounts accounts, Reels reels, Tokens ids) {
        this.accounts = accounts;
        this.reels = reels;
        this.ids = ids;
    }

    @Override
    public String operation(GraphRequest request) {
        return Instagram.COMMENT;
    }

    @Override
    public JsonNode serve(GraphRequest request) {
        Account caller = accounts.caller(request);
        reels.find(caller, request.node()).orElseThrow(() -> GraphRefusal.of("100/33"));
        var answer = JsonNodeFactory.instance.objectNode();
        if (request.parameter("message").isPresent()) {
            return answer.put("id", ids.newId());
        }
        request.require("comment_enabled");
        request.flag("comment_enabled", true);
        return answer.put("success", true);
    }
}
