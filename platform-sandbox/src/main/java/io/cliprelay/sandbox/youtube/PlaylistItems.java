package io.cliprelay.sandbox.youtube;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.LiveSettings;
import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.oauth.Channel;
import io.cliprelay.sandbox.oauth.Channels;

/** {@code playlistItems.list} of a channel's uploads, newest first; a fresh video may be missing for a while. */
@Singleton
class PlaylistItems implements ApiEndpoint {

    private static final Set<String> PARTS = Set.of("id", "snippet", "contentDetails", "status");
    private static final int LARGEST_PAGE = 50;

    private final Scopes scopes;
    private final Quota quota;
    private final Channels channels;
    private final Ledger ledger;
    private final LiveSettings settings;
    private final Clock clock;

    PlaylistItems(Scopes scopes, Quota quota, Channels channels, Ledger ledger, LiveSettings settings, Clock clock) {
        this.scopes = scopes;
        this.quota = quota;
        this.channels = channels;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String operation() {
        return YouTube.PLAYLIST_ITEMS;
    }

    @Override
    public Answer serve(ApiRequest request) {
        Channel caller = scopes.require(request.authorization(), Scopes.READ).channel();
        quota.chargeUnits(1);
        Set<String> parts = request.parts(PARTS);
        String playlist = request.parameter("playlistId")
                .orElseThrow(() -> ApiRefusal.of(
                        "missingRequiredParameter", "No filter selected. Expected one of: id, playlistId"));
        Channel owner = channels.all().stream()
                .filter(channel -> channel.uploadsPlaylist().equals(playlist))
                .findFirst()
                .orElseThrow(() -> ApiRefusal.of("playlistNotFound"));
        List<Post> listed = listed(owner, owner.equals(caller));
        int size = number(request, "maxResults", 5, LARGEST_PAGE);
        int from = number(request, "pageToken", 0, Integer.MAX_VALUE);
        return Answer.json(200, page(listed, parts, from, size, playlist));
    }

    private static int number(ApiRequest request, String parameter, int otherwise, int most) {
        String value = request.parameter(parameter).orElse(String.valueOf(otherwise));
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > most) {
            throw ApiRefusal.of("invalidParameter", "Invalid value '" + value + "' for " + parameter + ".");
        }
        return Integer.parseInt(value);
    }

    private List<Post> listed(Channel owner, boolean forOwner) {
        Instant now = clock.instant();
        Instant newest = now.minus(settings.current().uploadsPlaylistLag());
        return ledger.all().reversed().stream()
                .filter(post -> post.channelId().equals(owner.id()))
                .filter(post -> !post.createdAt().isAfter(newest))
                .filter(post -> forOwner || VideoResource.privacy(post, now).equals("public"))
                .toList();
    }

    private static JsonNode page(List<Post> listed, Set<String> parts, int from, int size, String playlist) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "youtube#playlistItemListResponse").put("etag", "\"" + listed.size() + "\"");
        int end = Math.min(listed.size(), from + size);
        if (end < listed.size()) {
            body.put("nextPageToken", String.valueOf(end));
        }
        var items = body.putArray("items");
        for (int i = Math.min(from, end); i < end; i++) {
            items.add(item(listed.get(i), parts, i, playlist));
        }
        body.putObject("pageInfo").put("totalResults", listed.size()).put("resultsPerPage", size);
        return body;
    }

    private static ObjectNode item(Post post, Set<String> parts, int position, String playlist) {
        var item = JsonNodeFactory.instance.objectNode();
        item.put("kind", "youtube#playlistItem")
                .put("etag", "\"" + post.id() + "\"")
                .put("id", "UUi" + post.id());
        if (parts.contains("snippet")) {
            ObjectNode snippet = VideoResource.snippet(post);
            snippet.retain("publishedAt", "channelId", "title", "description", "channelTitle", "thumbnails");
            snippet.put("playlistId", playlist).put("position", position);
            snippet.putObject("resourceId").put("kind", "youtube#video").put("videoId", post.id());
            item.set("snippet", snippet);
        }
        if (parts.contains("contentDetails")) {
            item.putObject("contentDetails")
                    .put("videoId", post.id())
                    .put("videoPublishedAt", post.createdAt().toString());
        }
        if (parts.contains("status")) {
            item.putObject("status").put("privacyStatus", post.privacy());
        }
        return item;
    }
}
