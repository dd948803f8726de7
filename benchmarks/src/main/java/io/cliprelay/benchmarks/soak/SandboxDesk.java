package io.cliprelay.benchmarks.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The sandbox's own side: what it is told, and what it saw. Blocking; for all threads. */
final class SandboxDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI sandbox;

    SandboxDesk(URI sandbox) {
        this.sandbox = sandbox;
    }

    /** The words of one platform for fault rules; traits in capitals. */
    record Vocabulary(Map<String, Set<String>> operations, Set<String> failureReasons, Set<String> rejectionReasons) {

        /** The same without some operations and reasons. */
        Vocabulary without(Set<String> reasons) {
            Map<String, Set<String>> others = new HashMap<>(operations);
            others.keySet().removeAll(reasons);
            return new Vocabulary(others, less(failureReasons, reasons), less(rejectionReasons, reasons));
        }

        private static Set<String> less(Set<String> all, Set<String> reasons) {
            return all.stream().filter(reason -> !reasons.contains(reason)).collect(Collectors.toSet());
        }
    }

    Map<String, Vocabulary> platforms() {
        return JSON.convertValue(get("/sandbox/platforms"), new TypeReference<>() {});
    }

    void change(String platform, JsonNode settings) {
        if (!settings.isEmpty()) {
            post("/sandbox/settings/" + platform, settings);
        }
    }

    /** Returns the rule's id. */
    String addFault(JsonNode rule) {
        return post("/sandbox/faults", rule).path("id").asText();
    }

    /** Rules as they were given, with how often each has hit. */
    Stream<JsonNode> faults() {
        return get("/sandbox/faults").valueStream();
    }

    /** The last calls, oldest first. */
    Stream<JsonNode> calls(int last) {
        return get("/sandbox/requests?last=" + last).valueStream();
    }

    Stream<Verdict.Posted> posts() {
        return get("/sandbox/posts").valueStream().map(SandboxDesk::posted);
    }

    private static Verdict.Posted posted(JsonNode post) {
        return new Verdict.Posted(
                post.path("platform").asText(),
                post.path("id").asText(),
                post.path("title").asText() + " " + post.path("description").asText(),
                post.path("sha256").asText(),
                post.path("state").asText());
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(sandbox.resolve(path)).build());
    }

    private JsonNode post(String path, JsonNode body) {
        return send(HttpRequest.newBuilder(sandbox.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("The sandbox answers %s %s with %d: %s"
                        .formatted(request.method(), request.uri(), answer.statusCode(), new String(answer.body())));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("The sandbox does not answer " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the sandbox", e);
        }
    }
}
