package io.cliprelay.instagram.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.ConfigProvider;

import io.cliprelay.worker.testing.Sandbox;

/** The sandbox's admin API as far as it is about Instagram: what was posted, and what shall go wrong. */
public final class InstagramDesk {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;

    /** Of the sandbox at {@code url}. */
    public InstagramDesk(String url) {
        this.url = url;
    }

    /** Of the sandbox that the application under test talks to. */
    public static InstagramDesk underTest() {
        return new InstagramDesk(ConfigProvider.getConfig().getValue(Sandbox.URL, String.class));
    }

    public String url() {
        return url;
    }

    /** The Reels of this caption. */
    public List<JsonNode> posts(String caption) {
        return list(get("/posts"), "title", caption);
    }

    /** The containers of this caption. */
    public List<JsonNode> containers(String caption) {
        return list(get("/instagram/containers"), "caption", caption);
    }

    /** Lets the first such call about the Reel go wrong. */
    public void fault(String operation, String caption, String action) {
        post(
                "/faults",
                "{\"platform\":\"instagram\",\"operation\":\"%s\",\"title\":%s,\"action\":%s}"
                        .formatted(operation, quoted(caption), action));
    }

    /** Lets the first such call, about whatever, go wrong. */
    public void fault(String operation, String action) {
        post("/faults", "{\"platform\":\"instagram\",\"operation\":\"%s\",\"action\":%s}".formatted(operation, action));
    }

    /** Changes settings; JSON. */
    public void set(String settings) {
        post("/instagram/settings", settings);
    }

    /** Opens an account by FACEBOOK or INSTAGRAM login. */
    public void open(String name, String id, String login, String token) {
        post(
                "/instagram/accounts",
                "{\"name\":\"%s\",\"id\":\"%s\",\"login\":\"%s\",\"accessToken\":\"%s\"}"
                        .formatted(name, id, login, token));
    }

    private static List<JsonNode> list(JsonNode array, String field, String value) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(item -> item.path(field).asText().equals(value))
                .toList();
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + "/sandbox" + path)).build());
    }

    private void post(String path, String body) {
        send(HttpRequest.newBuilder(URI.create(url + "/sandbox" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(request + " was answered " + answer.statusCode() + answer.body());
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
