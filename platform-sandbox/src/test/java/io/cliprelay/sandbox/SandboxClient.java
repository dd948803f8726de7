package io.cliprelay.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Speaks to the sandbox as a plain HTTP client would: nothing is repeated, followed or hidden. */
public final class SandboxClient {

    public static final int BLOCK = 262_144;
    public static final String METADATA = """
            {"snippet":{"title":"A clip","description":"About it","tags":["one","two words"]},
             "status":{"privacyStatus":"unlisted"}}""";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI root;
    private String token;

    public SandboxClient(URI root) {
        this.root = root;
    }

    /** As after a start, with a fresh access token. */
    public static SandboxClient fresh(URI root) {
        var client = new SandboxClient(root);
        client.admin("POST", "/sandbox/reset", "");
        client.refreshToken("sandbox-refresh-demo");
        return client;
    }

    public void refreshToken(String refreshToken) {
        token = json(token(refreshToken)).get("access_token").asText();
    }

    public HttpResponse<String> token(String refreshToken) {
        return form(
                "/oauth2/token",
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "cliprelay-sandbox",
                        "client_secret", "sandbox-secret",
                        "refresh_token", refreshToken));
    }

    public HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> admin(String method, String path, String json) {
        return send(HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    public JsonNode admin(String path) {
        return json(send(HttpRequest.newBuilder(root.resolve(path))));
    }

    public void fault(String operation, String action) {
        fault(operation, 1, action);
    }

    public void fault(String operation, int times, String action) {
        var rule = "{\"platform\":\"youtube\",\"operation\":\"%s\",\"times\":%d,\"action\":%s}";
        var response = admin("POST", "/sandbox/faults", rule.formatted(operation, times, action));
        if (response.statusCode() != 201) {
            throw new AssertionError(response.body());
        }
    }

    public void settings(String json) {
        var response = admin("POST", "/sandbox/settings", json);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.body());
        }
    }

    public HttpResponse<String> start(String metadata, long bytes) {
        return start("video/mp4", metadata, bytes);
    }

    public HttpResponse<String> start(String mediaType, String metadata, long bytes) {
        return send(HttpRequest.newBuilder(
                        root.resolve("/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status"))
                .header("Authorization", "Bearer " + token)
                .header("X-Upload-Content-Length", String.valueOf(bytes))
                .header("X-Upload-Content-Type", mediaType)
                .POST(BodyPublishers.ofString(metadata)));
    }

    /** Opens a session and returns its address. */
    public URI open(long bytes) {
        return URI.create(
                start(METADATA, bytes).headers().firstValue("Location").orElseThrow());
    }

    /** Sends media[from, to) with a matching Content-Range. */
    public HttpResponse<String> put(URI session, byte[] media, int from, int to) {
        return put(
                session, Arrays.copyOfRange(media, from, to), "bytes %d-%d/%d".formatted(from, to - 1, media.length));
    }

    public HttpResponse<String> put(URI session, byte[] body, String contentRange) {
        return send(HttpRequest.newBuilder(session)
                .header("Authorization", "Bearer " + token)
                .header("Content-Range", contentRange)
                .PUT(BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<String> putWhole(URI session, byte[] media) {
        return send(HttpRequest.newBuilder(session)
                .header("Authorization", "Bearer " + token)
                .PUT(BodyPublishers.ofByteArray(media)));
    }

    public HttpResponse<String> query(URI session, long total) {
        return put(session, new byte[0], "bytes */" + total);
    }

    /** Uploads all of it in one request and returns the video's id. */
    public String upload(byte[] media) {
        return json(putWhole(open(media.length), media)).get("id").asText();
    }

    public HttpResponse<String> api(String path) {
        return send(HttpRequest.newBuilder(root.resolve(path)).header("Authorization", "Bearer " + token));
    }

    public HttpResponse<String> thumbnail(String videoId, byte[] image) {
        return send(HttpRequest.newBuilder(
                        root.resolve("/upload/youtube/v3/thumbnails/set?uploadType=media&videoId=" + videoId))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(image)));
    }

    public String accessToken() {
        return token;
    }

    public URI root() {
        return root;
    }

    /** Throws UncheckedIOException when the connection is cut. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + response.statusCode() + " " + response.body(), e);
        }
    }

    /** The reason in the platform's error envelope. */
    public static String reason(HttpResponse<String> response) {
        return json(response).at("/error/errors/0/reason").asText();
    }

    public static byte[] media(int bytes) {
        byte[] media = new byte[bytes];
        new Random(bytes).nextBytes(media);
        return media;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
