package io.cliprelay.sandbox.instagram;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Audience;
import io.cliprelay.sandbox.gallery.Post;

/** {@code GET /{IG}/media}: the newest media first, in pages. */
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
        List<Post> rest = reels.of(account).stream()
                .filter(this::isListed)
                .filter(post -> isWithin(post, request))
                .dropWhile(post -> isBefore(post, request.parameter("after")))
                .filter(post -> !post.id().equals(request.parameter("after").orElse("")))
                .toList();
        List<Post> here = rest.stream().limit(limit(request)).toList();
        var page = JsonNodeFactory.instance.objectNode();
        var data = page.putArray("data");
        here.forEach(post -> data.add(MediaView.of(post, request.fields("id"), audience.of(post))));
        paging(page.putObject("paging"), request, here, rest.size() > here.size());
        return page;
    }

    /** A cursor is the id of the entry before. One that is not there any more ends the list. */
    private static boolean isBefore(Post post, Optional<String> after) {
        return after.isPresent() && !post.id().equals(after.get());
    }

    private int limit(GraphRequest request) {
        int asked = Integer.parseInt(request.parameter("limit").orElse("25"));
        return Math.min(asked, settings.current().mediaPage());
    }

    private static void paging(ObjectNode paging, GraphRequest request, List<Post> here, boolean followed) {
        if (!here.isEmpty()) {
            paging.putObject("cursors")
                    .put("before", here.getFirst().id())
                    .put("after", here.getLast().id());
        }
        if (followed) {
            paging.put(
                    "next",
                    "%s/%s/%s/media?after=%s"
                            .formatted(
                                    request.base(),
                                    request.version(),
                                    request.node(),
                                    here.getLast().id()));
        }
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
