package io.cliprelay.sandbox.youtube;

import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.oauth.Channel;

/** {@code channels.list} of the caller's own channel. */
@Singleton
class ChannelsList implements ApiEndpoint {

    private static final Set<String> PARTS =
            Set.of("id", "snippet", "contentDetails", "statistics", "status", "brandingSettings");

    private final Scopes scopes;
    private final Quota quota;
    private final Ledger ledger;

    ChannelsList(Scopes scopes, Quota quota, Ledger ledger) {
        this.scopes = scopes;
        this.quota = quota;
        this.ledger = ledger;
    }

    @Override
    public String operation() {
        return YouTube.CHANNELS_LIST;
    }

    @Override
    public Answer serve(ApiRequest request) {
        Channel own = scopes.require(request.authorization(), Scopes.READ).channel();
        quota.chargeUnits(1);
        Set<String> parts = request.parts(PARTS);
        Optional<String> id = request.parameter("id");
        boolean mine = request.parameter("mine").filter("true"::equals).isPresent();
        if (!mine && id.isEmpty()) {
            throw ApiRefusal.of(
                    "missingRequiredParameter",
                    "No filter selected. Expected one of: mine, id, forUsername, forHandle, managedByMe");
        }
        return Answer.json(
                200, body(own, parts, mine || id.filter(own.id()::equals).isPresent()));
    }

    private JsonNode body(Channel own, Set<String> parts, boolean included) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "youtube#channelListResponse").put("etag", "\"" + own.id() + "\"");
        int results = included ? 1 : 0;
        body.putObject("pageInfo").put("totalResults", results).put("resultsPerPage", 5);
        if (included) {
            body.putArray("items").add(channel(own, parts));
        }
        return body;
    }

    private ObjectNode channel(Channel own, Set<String> parts) {
        var channel = JsonNodeFactory.instance.objectNode();
        channel.put("kind", "youtube#channel")
                .put("etag", "\"" + own.id() + "\"")
                .put("id", own.id());
        if (parts.contains("snippet")) {
            channel.putObject("snippet").put("title", own.title()).put("customUrl", "@" + own.name());
        }
        if (parts.contains("contentDetails")) {
            channel.putObject("contentDetails").putObject("relatedPlaylists").put("uploads", own.uploadsPlaylist());
        }
        if (parts.contains("statistics")) {
            long videos = ledger.all().stream()
                    .filter(post -> post.channelId().equals(own.id()))
                    .count();
            channel.putObject("statistics")
                    .put("videoCount", String.valueOf(videos))
                    .put("viewCount", "0");
        }
        return channel;
    }
}
