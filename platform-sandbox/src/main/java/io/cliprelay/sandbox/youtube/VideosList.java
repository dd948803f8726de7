package io.cliprelay.sandbox.youtube;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.sandbox.gallery.Audience;
import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.oauth.Grant;

/** {@code videos.list} by ids; videos that do not exist, or are private to somebody else, are left out silently. */
@Singleton
class VideosList implements ApiEndpoint {

    private static final int MOST_IDS = 50;

    private final Scopes scopes;
    private final Quota quota;
    private final Ledger ledger;
    private final Audience audience;
    private final Clock clock;

    VideosList(Scopes scopes, Quota quota, Ledger ledger, Audience audience, Clock clock) {
        this.scopes = scopes;
        this.quota = quota;
        this.ledger = ledger;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public String operation() {
        return YouTube.VIDEOS_LIST;
    }

    @Override
    public Optional<String> title(HttpServerRequest request, Buffer body) {
        return Optional.ofNullable(request.getParam("id")).flatMap(ledger::find).map(Post::title);
    }

    @Override
    public Answer serve(ApiRequest request) {
        Grant grant = scopes.require(request.authorization(), Scopes.READ);
        quota.chargeUnits(1);
        Set<String> parts = request.parts(SessionStart.PARTS);
        List<String> ids = request.values("id");
        if (ids.isEmpty()) {
            throw ApiRefusal.of("missingRequiredParameter", "No filter selected. Expected one of: myRating, id, chart");
        }
        if (ids.size() > MOST_IDS) {
            throw ApiRefusal.of("invalidParameter", "The request names more than 50 ids.");
        }
        return Answer.json(200, body(ids, parts, grant));
    }

    private JsonNode body(List<String> ids, Set<String> parts, Grant grant) {
        Instant now = clock.instant();
        var body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "youtube#videoListResponse").put("etag", "\"" + now.toEpochMilli() + "\"");
        var items = body.putArray("items");
        ids.stream().distinct().flatMap(id -> ledger.find(id).stream()).forEach(post -> {
            boolean owner = post.channelId().equals(grant.channel().id());
            if (owner || !VideoResource.privacy(post, now).equals("private")) {
                items.add(VideoResource.of(post, parts, now, owner, audience.of(post)));
            }
        });
        body.putObject("pageInfo").put("totalResults", items.size()).put("resultsPerPage", items.size());
        return body;
    }
}
