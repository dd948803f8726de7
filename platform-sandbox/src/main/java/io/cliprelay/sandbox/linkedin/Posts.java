package io.cliprelay.sandbox.linkedin;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.gallery.Processing;
import io.cliprelay.sandbox.traffic.Tallies;

/** The posts, in LinkedIn's words. */
@Singleton
class Posts {

    private final Ledger ledger;
    private final Tallies tallies;
    private final SettingsInForce settings;
    private final Clock clock;

    Posts(Ledger ledger, Tallies tallies, SettingsInForce settings, Clock clock) {
        this.ledger = ledger;
        this.tallies = tallies;
        this.settings = settings;
        this.clock = clock;
    }

    static String media(JsonNode body) {
        return body.path("content").path("media").path("id").asText("");
    }

    /** The player's title. */
    static String title(JsonNode body) {
        return body.path("content").path("media").path("title").asText("");
    }

    void add(String urn, JsonNode body, Video video, RestRequest request) {
        ledger.add(post(urn, body, video, request, clock.instant()));
        tallies.of(LinkedIn.ID).videoCreated();
    }

    private static Post post(String urn, JsonNode body, Video video, RestRequest request, Instant now) {
        return new Post(
                urn,
                LinkedIn.ID,
                request.member().name(),
                video.start().owner(),
                title(body),
                LittleText.shown(body.path("commentary").asText()),
                List.of(),
                body.path("visibility").asText(),
                video.start().urn(),
                "video/mp4",
                video.start().size(),
                video.sha256().orElseThrow(),
                now,
                request.base() + LinkedIn.PATH + "/feed/update/" + urn + "/",
                video.thumbnailSha256().orElse(null),
                video.start().urn(),
                new Processing(now, Processing.Outcome.PROCESSED, null),
                stored(urn, body, now));
    }

    private static ObjectNode stored(String urn, JsonNode body, Instant now) {
        ObjectNode stored = body.deepCopy();
        stored.put("id", urn)
                .put("commentary", LittleText.shown(body.path("commentary").asText()))
                .put("createdAt", now.toEpochMilli())
                .put("publishedAt", now.toEpochMilli())
                .put("lastModifiedAt", now.toEpochMilli());
        return stored;
    }

    /** What is kept of a post. */
    Optional<Post> find(String urn) {
        return ledger.find(urn).filter(post -> post.platform().equals(LinkedIn.ID));
    }

    /** The author's posts, newest first; a new one is missing until the list has caught up. */
    List<Post> of(String author) {
        Instant until = clock.instant().minus(settings.current().listLag());
        return ledger.all().stream()
                .filter(post -> post.platform().equals(LinkedIn.ID)
                        && post.channelId().equals(author)
                        && !post.createdAt().isAfter(until))
                .sorted(Comparator.comparing(Post::createdAt).reversed())
                .toList();
    }
}
