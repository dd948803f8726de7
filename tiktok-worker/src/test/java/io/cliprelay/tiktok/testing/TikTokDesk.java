package io.cliprelay.tiktok.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.worker.testing.Sandbox;

/** The sandbox's own API for its TikTok: how it behaves, its creators, what they have. */
public final class TikTokDesk {

    /** The worker's own settings for as many calls. */
    public static final Map<String, String> LIFTED_LIMITS = Map.of(
            "cliprelay.worker.limits.amounts.beginnings", "100000",
            "cliprelay.worker.limits.amounts.creator-infos", "100000",
            "cliprelay.worker.limits.amounts.statuses", "100000");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;

    public TikTokDesk(Sandbox sandbox) {
        this.url = sandbox.url() + "/sandbox/tiktok";
    }

    /** So many calls and posts as a suite of tests needs. */
    public void liftLimits() {
        set("""
                {"initsPerMinute":100000,"creatorInfosPerMinute":100000,"statusesPerMinute":100000,
                 "postsPerDay":100000,"pendingShares":100000}""");
    }

    /** Changes settings; JSON. */
    public void set(String settings) {
        post("/settings", settings);
    }

    /** Makes or changes a creator whose first refresh token is {@code sandbox-refresh-} and the name. */
    public void creator(String name, String changes) {
        post("/creators/" + name, changes);
    }

    /** The publications of a creator, oldest first. */
    public List<JsonNode> publications(String creator) {
        return StreamSupport.stream(get("/publications").spliterator(), false)
                .filter(publication -> publication.path("account").asText().equals(creator))
                .toList();
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private void post(String path, String body) {
        send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("The sandbox answered " + answer.statusCode() + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
