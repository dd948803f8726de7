package io.cliprelay.sandbox.instagram;

import java.time.Instant;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.gallery.Audience;
import io.cliprelay.sandbox.gallery.Post;

/** {@code GET /{IG}/media}: the newest media first, one page. */
@Singleton
class MediaList implements GraphCall {

    private final Accounts accounts;
    private final Reels reels;
    private final Audience audience;
    private final SettingsInForce settings;

    MediaList(Accounts accounts, Reels reels, Audience audience, SettingsInForce settings) {
        this.accounts = accounts;
        this.reels = reels;
        this.audience = audience;
        this.settings = settings;
    }

    @Override
    public String operation(GraphRequest request) {
        return Instagram.MEDIA_LIST;
    }

    @Override
    public JsonNode serve(GraphRequest request) {
        Account account = accounts.named(request);
        var page = JsonNodeFactory.instance.objectNode();
        var data = page.putArray("data");
        reels.of(account).stream()
                .filter(this::isListed)
                .filter(post -> isWithin(post, request))
                .limit(Long.parseLong(request.parameter("limit").orElse("25")))
                .forEach(post -> data.add(MediaView.of(post, request.fields("id"), audience.of(post))));
        page.putObject("paging");
        return page;
    }

    private boolean isListed(Post post) {
        Instant listedAt = post.createdAt().plus(settings.current().mediaListLag());
        return !settings.now().isBefore(listedAt);
    }

    private static boolean isWithin(Post post, GraphRequest request) {
        long at = post.createdAt().getEpochSecond();
        return request.parameter("since")
                        .map(Long::parseLong)
                        .filter(since -> at < since)
                        .isEmpty()
                && request.parameter("until")
                        .map(Long::parseLong)
                        .filter(until -> at > until)
                        .isEmpty();
    }
}
