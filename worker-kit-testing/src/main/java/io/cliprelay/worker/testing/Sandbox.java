package io.cliprelay.worker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.ConfigProvider;

/** The sandbox's admin API: what was posted, and what shall go wrong. */
public final class Sandbox {

    /** The setting that tells a test where the sandbox is. */
    public static final String URL = "cliprelay.test.sandbox-url";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;

    /** The one at {@code url}. */
    public Sandbox(String url) {
        this.url = url;
    }

    /** The one that the application under test talks to. */
    public static Sandbox underTest() {
        return new Sandbox(ConfigProvider.getConfig().getValue(URL, String.class));
    }

    public String url() {
        return url;
    }

    /** The posts of this title. */
    public List<JsonNode> posts(String title) {
        return list(get("/posts"), "title", title);
    }

    /** How often each of a platform's operations was called since the sandbox began. */
    public Map<String, Long> calls(String platform) {
        Map<String, Long> calls = new HashMap<>();
        JsonNode counted =
                get("/stats?uploads=0").path("platforms").path(platform).path("calls");
        counted.properties()
                .forEach(call -> calls.put(call.getKey(), call.getValue().asLong()));
        return calls;
    }

    /** Calls of an operation on an upload session, by status. */
    public List<Integer> statuses(String operation, String session) {
        return list(get("/requests?last=1000"), "operation", operation).stream()
                .filter(call -> call.path("session").asText().equals(session))
                .map(call -> call.path("status").asInt())
                .toList();
    }

    /** Lets the first such call about the title's post go wrong. */
    public void fault(String operation, String title, String action) {
        fault(operation, title, 1, action);
    }

    /** Lets the {@code nth} such call about the title's post go wrong. */
    public void fault(String operation, String title, int nth, String action) {
        post(
                "/faults",
                "{\"platform\":\"%s\",\"operation\":\"%s\",\"title\":\"%s\",\"nth\":%d,\"action\":%s}"
                        .formatted(platform(), operation, title, nth, action));
    }

    /** That of the worker under test. */
    private static String platform() {
        return ConfigProvider.getConfig().getValue("cliprelay.platform", String.class);
    }

    /** Changes settings; JSON. */
    public void set(String settings) {
        post("/settings", settings);
    }

    /** Opens a channel whose refresh token is {@code sandbox-refresh-} and its name. */
    public void openChannel(String name) {
        post("/channels", "{\"name\":\"%s\"}".formatted(name));
    }

    private static List<JsonNode> list(JsonNode array, String field, String value) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(item -> item.path(field).asText().equals(value))
                .toList();
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
