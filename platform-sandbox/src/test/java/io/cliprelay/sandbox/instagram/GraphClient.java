package io.cliprelay.sandbox.instagram;

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
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Speaks the Graph API as a plain HTTP client would. */
final class GraphClient {

    static final String FACEBOOK_ACCOUNT = "17841400000000001";
    static final String INSTAGRAM_ACCOUNT = "17841400000000002";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI root;

    private GraphClient(URI root) {
        this.root = root;
    }

    /** An answer, read as JSON. */
    record Reply(int status, JsonNode body) {

        int code() {
            return body.at("/error/code").asInt();
        }

        int subcode() {
            return body.at("/error/error_subcode").asInt();
        }

        String id() {
            return body.path("id").asText();
        }
    }

    /** As after a start. */
    static GraphClient fresh(URI root) {
        var client = new GraphClient(root);
        client.send(client.request("/sandbox/reset").POST(BodyPublishers.noBody()));
        return client;
    }

    void settings(String json) {
        send(request("/sandbox/instagram/settings")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    JsonNode posts() {
        return send(request("/sandbox/posts")).body();
    }

    Reply facebook(String path) {
        return send(request("/facebook-login/v25.0/" + path).header("Authorization", "Bearer sandbox-facebook-demo"));
    }

    Reply instagram(String path) {
        return send(request("/instagram-login/v25.0/" + path).header("Authorization", "Bearer sandbox-instagram-demo"));
    }

    /** As a form, the token among its fields. */
    Reply facebookForm(String path, Map<String, String> form) {
        return form("/facebook-login/v25.0/" + path, "sandbox-facebook-demo", form);
    }

    Reply instagramForm(String path, Map<String, String> form) {
        return form("/instagram-login/v25.0/" + path, "sandbox-instagram-demo", form);
    }

    Reply get(String path) {
        return send(request(path));
    }

    private Reply form(String path, String token, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body + "&access_token=" + token)));
    }

    /** A container that waits for bytes; as JSON. */
    JsonNode open(String caption) {
        Reply reply = send(request("/facebook-login/v25.0/" + FACEBOOK_ACCOUNT + "/media")
                .header("Authorization", "Bearer sandbox-facebook-demo")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"media_type":"REELS","upload_type":"resumable","share_to_feed":true,"caption":"%s"}""".formatted(caption))));
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.toString());
        }
        return reply.body();
    }

    Reply upload(String uri, byte[] file, int offset, int end) {
        return upload(uri, file, offset, end, "OAuth sandbox-facebook-demo");
    }

    Reply upload(String uri, byte[] file, int offset, int end, String authorization) {
        return send(HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", authorization)
                .header("offset", Integer.toString(offset))
                .header("file_size", Integer.toString(file.length))
                .POST(BodyPublishers.ofByteArray(Arrays.copyOfRange(file, offset, end))));
    }

    /** Opens a container and gives it these bytes; its id. */
    String ready(String caption, byte[] file) {
        JsonNode container = open(caption);
        upload(container.path("uri").asText(), file, 0, file.length);
        return container.path("id").asText();
    }

    Reply publish(String container) {
        return facebookForm(FACEBOOK_ACCOUNT + "/media_publish", Map.of("creation_id", container));
    }

    String statusCode(String container) {
        return facebook(container + "?fields=status_code")
                .body()
                .path("status_code")
                .asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), json(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) throws JsonProcessingException {
        return body.isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(body);
    }
}
