package io.cliprelay.sandbox.linkedin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The calls as a plain HTTP client makes them. */
@QuarkusTest
class ProtocolTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEMBER = "urn:li:person:782bbtaQ";
    private static final String INITIALIZE = "/linkedin/rest/videos?action=initializeUpload";

    @TestHTTPResource("/")
    URI root;

    private String token = "sandbox-access-demo";

    @BeforeEach
    void reset() {
        send("POST", "/sandbox/reset", "", List.of());
        settings("{\"partBytes\":4}");
    }

    @Test
    void headersAreCheckedInTheirOrder() {
        token = "unknown";
        assertThat(send("POST", INITIALIZE, "{", bearer()).statusCode()).isEqualTo(401);
        token = "sandbox-access-demo";
        assertThat(code(send("POST", INITIALIZE, "{", bearer()))).isEqualTo("VERSION_MISSING");
        var old = new ArrayList<>(bearer());
        old.addAll(List.of("LinkedIn-Version", "202401"));
        assertThat(send("POST", INITIALIZE, "{", old).statusCode()).isEqualTo(426);
        assertThat(code(rest("POST", INITIALIZE, "{"))).isEqualTo("ILLEGAL_ARGUMENT");
        assertThat(initialize("urn:li:organization:5515715", 10).statusCode()).isEqualTo(403);
    }

    @Test
    void aVideoInPartsBecomesAPostWhoseUnescapedTextIsCut() {
        String video = uploaded();

        HttpResponse<String> created = post(video, "Kept (lost)");

        String urn = created.headers().firstValue("x-restli-id").orElseThrow();
        assertThat(urn).startsWith("urn:li:ugcPost:");
        JsonNode stored = json(send("GET", "/sandbox/posts", "", List.of())).path(0);
        assertThat(stored.path("id").asText()).isEqualTo(urn);
        assertThat(stored.path("description").asText()).isEqualTo("Kept ");
    }

    @Test
    void theRepeatOfAPostNamesTheFirst() {
        String video = uploaded();
        String first = post(video, "Text").headers().firstValue("x-restli-id").orElseThrow();

        HttpResponse<String> repeat = post(video, "Text");

        assertThat(repeat.statusCode()).isEqualTo(422);
        assertThat(json(repeat).path("message").asText()).isEqualTo("Content is a duplicate of " + first);
        settings("{\"duplicateWindow\":\"PT0S\"}");
        assertThat(post(video, "Text").statusCode()).isEqualTo(201);
    }

    @Test
    void aPartOfAnotherLengthIsRefusedAndAnAccessTokenWithItCounted() {
        JsonNode value = json(initialize(MEMBER, 10)).path("value");
        String url = value.path("uploadInstructions").path(0).path("uploadUrl").asText();

        assertThat(put(url, "123", List.of()).statusCode()).isEqualTo(400);
        assertThat(put(url, "1234", bearer()).statusCode()).isEqualTo(200);
        assertThat(json(send("GET", "/sandbox/linkedin/traffic", "", List.of()))
                        .path("authorizedParts")
                        .asInt())
                .isEqualTo(1);
        assertThat(put(url + "x", "1234", List.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void aMembersTokenMayBeKeptFromAskingForAVideo() {
        String video = uploaded();
        String path = "/linkedin/rest/videos/" + video.replace(":", "%3A");
        assertThat(json(rest("GET", path, "")).path("status").asText()).isEqualTo("AVAILABLE");

        settings("{\"membersMayReadVideos\":false}");

        assertThat(rest("GET", path, "").statusCode()).isEqualTo(403);
    }

    @Test
    void aVideoIsAvailableAfterSoManyQuestions() {
        settings("{\"pollsUntilAvailable\":2}");
        String path = "/linkedin/rest/videos/" + uploaded().replace(":", "%3A");

        assertThat(List.of(status(path), status(path), status(path)))
                .containsExactly("PROCESSING", "PROCESSING", "AVAILABLE");
    }

    @Test
    void theDaysCallsOfAMemberRunOut() {
        settings("{\"memberCallsPerDay\":1}");
        initialize(MEMBER, 10);

        assertThat(initialize(MEMBER, 10).statusCode()).isEqualTo(429);
    }

    @Test
    void aTokenIsTakenForARevokedOneWhileItIsFresh() {
        settings("{\"freshTokenDelay\":\"PT1M\"}");
        String form = "grant_type=refresh_token&refresh_token=sandbox-refresh-page-admin"
                + "&client_id=cliprelay-sandbox&client_secret=sandbox-secret";

        JsonNode issued = json(send(
                "POST",
                "/linkedin/oauth/v2/accessToken",
                form,
                List.of("Content-Type", "application/x-www-form-urlencoded")));

        token = issued.path("access_token").asText();
        assertThat(issued.path("refresh_token").asText()).isEqualTo("sandbox-refresh-page-admin");
        assertThat(json(initialize(MEMBER, 10)).path("serviceErrorCode").asInt())
                .isEqualTo(65601);
    }

    /** The URN of a video of ten bytes that can be posted. */
    private String uploaded() {
        JsonNode value = json(initialize(MEMBER, 10)).path("value");
        List<String> etags = new ArrayList<>();
        for (JsonNode part : value.path("uploadInstructions")) {
            int length = part.path("lastByte").asInt() - part.path("firstByte").asInt() + 1;
            var answer = put(part.path("uploadUrl").asText(), "x".repeat(length), List.of());
            etags.add(answer.headers().firstValue("ETag").orElseThrow().replace("\"", ""));
        }
        String video = value.path("video").asText();
        String body =
                "{\"finalizeUploadRequest\":{\"video\":\"%s\",\"uploadToken\":\"\",\"uploadedPartIds\":[\"%s\"]}}";
        String path = "/linkedin/rest/videos?action=finalizeUpload";
        assertThat(rest("POST", path, body.formatted(video, String.join("\",\"", etags)))
                        .statusCode())
                .isEqualTo(200);
        return video;
    }

    private HttpResponse<String> initialize(String owner, long size) {
        String body = "{\"initializeUploadRequest\":{\"owner\":\"%s\",\"fileSizeBytes\":%d}}";
        return rest("POST", INITIALIZE, body.formatted(owner, size));
    }

    private HttpResponse<String> post(String video, String commentary) {
        return rest("POST", "/linkedin/rest/posts", """
                {"author":"%s","commentary":"%s","visibility":"PUBLIC","lifecycleState":"PUBLISHED",
                 "distribution":{"feedDistribution":"MAIN_FEED"},"content":{"media":{"title":"T","id":"%s"}}}""".formatted(MEMBER, commentary, video));
    }

    private String status(String path) {
        return json(rest("GET", path, "")).path("status").asText();
    }

    private void settings(String json) {
        assertThat(send("POST", "/sandbox/linkedin/settings", json, List.of()).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> rest(String method, String path, String body) {
        var headers = new ArrayList<>(bearer());
        headers.addAll(List.of("LinkedIn-Version", "202609"));
        return send(method, path, body, headers);
    }

    private List<String> bearer() {
        return List.of("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(String method, String path, String body, List<String> headers) {
        return send(method, root.resolve(path), body, headers);
    }

    private static HttpResponse<String> put(String url, String body, List<String> headers) {
        return send("PUT", URI.create(url), body, headers);
    }

    private static HttpResponse<String> send(String method, URI uri, String body, List<String> headers) {
        var request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String code(HttpResponse<String> answer) {
        return json(answer).path("code").asText();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
