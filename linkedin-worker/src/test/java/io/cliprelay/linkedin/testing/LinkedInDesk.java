package io.cliprelay.linkedin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.worker.testing.Sandbox;

/** The sandbox's own API for its LinkedIn: how it behaves, its members, what was sent. */
public final class LinkedInDesk {

    /** The worker's own settings for as many calls. */
    public static final Map<String, String> LIFTED_LIMITS = Map.of(
            "cliprelay.worker.limits.amounts.member-calls", "1000000",
            "cliprelay.worker.limits.amounts.app-calls", "1000000");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;

    public LinkedInDesk(Sandbox sandbox) {
        this.url = sandbox.url() + "/sandbox/linkedin";
    }

    /** So many calls as a suite of tests needs. */
    public void liftLimits() {
        set("{\"memberCallsPerDay\":1000000,\"appCallsPerDay\":1000000}");
    }

    /** Changes settings; JSON. */
    public void set(String settings) {
        post("/settings", settings);
    }

    /** Makes or changes a member; the access token of a new one is {@code sandbox-access-} and the name. */
    public void member(String name, String changes) {
        post("/members/" + name, changes);
    }

    /** How many parts came with an access token. */
    public long authorizedParts() {
        return get("/traffic").path("authorizedParts").asLong();
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
