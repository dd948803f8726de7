package io.cliprelay.sandbox.linkedin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.json;
import static io.cliprelay.sandbox.SandboxClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class KeptMediaTest {

    private static final String AUTHOR = "urn:li:person:782bbtaQ";

    @TestHTTPResource("/")
    URI root;

    private final byte[] media = SandboxClient.media(250_000);
    private SandboxClient client;

    @BeforeEach
    void reset() {
        client = SandboxClient.fresh(root);
        client.admin("PATCH", "/sandbox/settings/linkedin", "{\"partBytes\":100000}");
    }

    @Test
    void partsThatComeInAnotherOrderAreKeptAsOneVideo() {
        JsonNode begun = begin();
        String third = put(begun, 2);
        String first = put(begun, 0);
        String second = put(begun, 1);

        publish(begun, List.of(first, second, third));

        JsonNode post = client.admin("/sandbox/posts").get(0);
        assertThat(post.get("sha256").asText()).isEqualTo(sha256(media));
        assertThat(post.get("video").asText()).endsWith("/video");
        var page = client.send(
                HttpRequest.newBuilder(URI.create(post.get("permalink").asText())));
        assertThat(page.body()).contains("<video controls", sha256(media));
        assertThat(client.send(HttpRequest.newBuilder(
                                root.resolve(post.get("video").asText())))
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode begin() {
        var answer = call("/linkedin/rest/videos?action=initializeUpload", """
                {"initializeUploadRequest":{"owner":"%s","fileSizeBytes":%d}}""".formatted(AUTHOR, media.length));
        return json(answer).get("value");
    }

    private String put(JsonNode begun, int part) {
        JsonNode instruction = begun.get("uploadInstructions").get(part);
        byte[] bytes = Arrays.copyOfRange(
                media,
                instruction.get("firstByte").asInt(),
                instruction.get("lastByte").asInt() + 1);
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(instruction.get("uploadUrl").asText()))
                        .PUT(BodyPublishers.ofByteArray(bytes)));
        return answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    }

    private void publish(JsonNode begun, List<String> partIds) {
        String video = begun.get("video").asText();
        String ids = partIds.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        var finished = call("/linkedin/rest/videos?action=finalizeUpload", """
                {"finalizeUploadRequest":{"video":"%s","uploadToken":"","uploadedPartIds":[%s]}}""".formatted(video, ids));
        poll(video);
        var posted = call("/linkedin/rest/posts", """
                {"author":"%s","commentary":"A text","visibility":"PUBLIC","lifecycleState":"PUBLISHED",
                 "distribution":{"feedDistribution":"MAIN_FEED"},"content":{"media":{"title":"A clip","id":"%s"}}}
                """.formatted(AUTHOR, video));
        assertThat(finished.statusCode()).as(finished.body()).isEqualTo(200);
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
    }

    /** A video there is available to those who look twice. */
    private void poll(String video) {
        client.send(HttpRequest.newBuilder(root.resolve("/linkedin/rest/videos/" + video.replace(":", "%3A")))
                .header("Authorization", "Bearer sandbox-access-demo")
                .header("LinkedIn-Version", "202609"));
    }

    private HttpResponse<String> call(String path, String body) {
        return client.send(HttpRequest.newBuilder(root.resolve(path))
                .header("Authorization", "Bearer sandbox-access-demo")
                .header("LinkedIn-Version", "202609")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
