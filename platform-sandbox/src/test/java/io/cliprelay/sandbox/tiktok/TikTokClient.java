package io.cliprelay.sandbox.tiktok;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.json;

/** Speaks to the emulated TikTok as a plain HTTP client would. */
final class TikTokClient {

    static final long CHUNK = 5L << 20;

    private final SandboxClient http;
    private String token;

    private TikTokClient(URI root) {
        http = new SandboxClient(root);
    }

    /** As after a start, with a fresh access token. */
    static TikTokClient fresh(URI root) {
        var client = new TikTokClient(root);
        client.http.admin("POST", "/sandbox/reset", "");
        client.login("sandbox-refresh-demo");
        return client;
    }

    /** Takes the access token for a refresh token; the answer is returned. */
    JsonNode login(String refreshToken) {
        JsonNode pair = json(refresh(refreshToken));
        token = pair.path("access_token").asText();
        return pair;
    }

    /** As if the creator had just consented. */
    JsonNode loginAnew() {
        http.admin("POST", "/sandbox/reset", "");
        return login("sandbox-refresh-demo");
    }

    void forgetToken() {
        token = "act.unknown";
    }

    void settings(String json) {
        requireOk(http.admin("POST", "/sandbox/tiktok/settings", json));
    }

    void creator(String name, String json) {
        requireOk(http.admin("POST", "/sandbox/tiktok/creators/" + name, json));
    }

    void fault(String operation, String action) {
        var rule = "{\"platform\":\"tiktok\",\"operation\":\"%s\",\"action\":%s}";
        requireOk(http.admin("POST", "/sandbox/faults", rule.formatted(operation, action)));
    }

    private static void requireOk(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.body());
        }
    }

    HttpResponse<String> refresh(String refreshToken) {
        return http.form(
                "/tiktok/v2/oauth/token/",
                Map.of(
                        "grant_type", "refresh_token",
                        "client_key", "cliprelay-sandbox",
                        "client_secret", "sandbox-secret",
                        "refresh_token", refreshToken));
    }

    HttpResponse<String> form(String path, Map<String, String> fields) {
        return http.form(path, fields);
    }

    HttpResponse<String> get(String path) {
        return http.send(HttpRequest.newBuilder(http.root().resolve(path)).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> call(String path, String json) {
        return http.send(HttpRequest.newBuilder(http.root().resolve("/tiktok/v2/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> creatorInfo() {
        return call("post/publish/creator_info/query/", "");
    }

    HttpResponse<String> init(String privacy, long size, long chunk, long chunks) {
        return call("post/publish/video/init/", """
                {"post_info":{"title":"A clip #one","privacy_level":"%s"},"source_info":%s}""".formatted(privacy, source(size, chunk, chunks)));
    }

    HttpResponse<String> inboxInit(long size) {
        return call(
                "post/publish/inbox/video/init/",
                "{\"source_info\":%s}".formatted(source(size, Math.min(size, CHUNK), Math.max(1, size / CHUNK))));
    }

    private static String source(long size, long chunk, long chunks) {
        return """
                {"source":"FILE_UPLOAD","video_size":%d,"chunk_size":%d,"total_chunk_count":%d}""".formatted(size, chunk, chunks);
    }

    /** Begins a public post of this size. */
    Begun begin(long size) {
        return begun(init("PUBLIC_TO_EVERYONE", size, Math.min(size, CHUNK), Math.max(1, size / CHUNK)));
    }

    static Begun begun(HttpResponse<String> answer) {
        JsonNode data = json(answer).path("data");
        return new Begun(
                data.path("publish_id").asText(),
                URI.create(data.path("upload_url").asText()));
    }

    /** A publication that waits for bytes. */
    record Begun(String publishId, URI upload) {}

    /** Sends media[from, to) with a matching Content-Range. */
    HttpResponse<String> put(URI upload, byte[] media, int from, int to) {
        byte[] part = Arrays.copyOfRange(media, from, to);
        return put(upload, part, "bytes %d-%d/%d".formatted(from, to - 1, media.length), "Content-Type", "video/mp4");
    }

    HttpResponse<String> put(URI upload, byte[] body, String contentRange, String... headers) {
        var request = HttpRequest.newBuilder(upload)
                .header("Content-Range", contentRange)
                .PUT(BodyPublishers.ofByteArray(body));
        return http.send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> status(String publishId) {
        return call("post/publish/status/fetch/", "{\"publish_id\":\"%s\"}".formatted(publishId));
    }

    /** {@code data} of the status. */
    JsonNode state(String publishId) {
        return json(status(publishId)).path("data");
    }

    JsonNode admin(String path) {
        return http.admin(path);
    }

    SandboxClient http() {
        return http;
    }

    String accessToken() {
        return token;
    }

    static String code(HttpResponse<String> answer) {
        return json(answer).at("/error/code").asText();
    }
}
