package io.cliprelay.system;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The platform sandbox's side of the story: what it saw and what it holds. */
record Sandbox(URI url) {

    /** A post as the platform has it. */
    record Post(String id, String title, String privacy, long bytes, String sha256, String permalink) {}

    List<Post> posts() {
        return StreamSupport.stream(get("/sandbox/posts").spliterator(), false)
                .map(Sandbox::post)
                .toList();
    }

    List<Post> postsTitled(String title) {
        return posts().stream().filter(post -> post.title().equals(title)).toList();
    }

    /** All bytes of media that ever arrived, those sent twice counted twice. */
    long mediaBytesReceived() {
        return get("/sandbox/stats").at("/platforms/youtube/mediaBytesReceived").asLong();
    }

    /** Adds a fault rule for one request of the given operation. */
    void fault(String operation, Map<String, Object> action) {
        fault(operation, 1, action);
    }

    void fault(String operation, int times, Map<String, Object> action) {
        fault(Map.of("platform", "youtube", "operation", operation, "times", times, "action", action));
    }

    void fault(Map<String, Object> rule) {
        JsonHttp.Answer answer = JsonHttp.post(url.resolve("/sandbox/faults"), rule);
        if (answer.status() >= 300) {
            throw new IllegalStateException("the sandbox refused a fault: " + answer);
        }
    }

    void clearFaults() {
        JsonHttp.delete(url.resolve("/sandbox/faults"));
    }

    private JsonNode get(String path) {
        return JsonHttp.get(url.resolve(path)).body();
    }

    private static Post post(JsonNode json) {
        return new Post(
                json.path("id").asText(),
                json.path("title").asText(),
                json.path("privacy").asText(),
                json.path("bytes").asLong(),
                json.path("sha256").asText(),
                json.path("permalink").asText());
    }
}
