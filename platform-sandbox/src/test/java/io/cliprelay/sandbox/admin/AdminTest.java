package io.cliprelay.sandbox.admin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.BLOCK;
import static io.cliprelay.sandbox.SandboxClient.json;
import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.SandboxClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class AdminTest {

    @TestHTTPResource("/")
    URI root;

    private final byte[] media = media(2 * BLOCK);
    private SandboxClient client;

    @BeforeEach
    void reset() {
        client = SandboxClient.fresh(root);
    }

    @Test
    void postsShowWhatWasReceived() {
        String id = client.upload(media);

        JsonNode post = client.admin("/sandbox/posts/" + id);

        assertThat(post.get("platform").asText()).isEqualTo("youtube");
        assertThat(post.get("account").asText()).isEqualTo("demo");
        assertThat(post.get("title").asText()).isEqualTo("A clip");
        assertThat(post.get("privacy").asText()).isEqualTo("unlisted");
        assertThat(post.get("tags")).hasSize(2);
        assertThat(post.get("bytes").asInt()).isEqualTo(media.length);
        assertThat(post.get("sha256").asText()).isEqualTo(sha256(media));
        assertThat(post.get("state").asText()).isEqualTo("processed");
        assertThat(Instant.parse(post.get("createdAt").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(post.get("permalink").asText()).endsWith("/watch?v=" + id);
        assertThat(get("/sandbox/posts/nope").statusCode()).isEqualTo(404);
    }

    @Test
    void aPermalinkOpensInABrowser() {
        String id = client.upload(media);
        var page = get("/watch?v=" + id);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("A clip");
        assertThat(get("/sandbox/").body()).contains("A clip").contains("/watch?v=" + id);
        assertThat(get("/").headers().firstValue("Location").orElseThrow()).endsWith("/sandbox/");
        assertThat(get("/watch?v=nope").statusCode()).isEqualTo(404);
    }

    @Test
    void statsSumEveryByteAndCall() {
        var session = client.open(media.length);
        client.put(session, media, 0, BLOCK);
        client.put(session, media, 0, BLOCK);
        client.put(session, media, BLOCK, media.length);

        JsonNode stats = client.admin("/sandbox/stats");

        assertThat(stats.at("/platforms/youtube/mediaBytesReceived").asInt()).isEqualTo(3 * BLOCK);
        assertThat(stats.at("/platforms/youtube/sessionsOpened").asInt()).isEqualTo(1);
        assertThat(stats.at("/platforms/youtube/videosCreated").asInt()).isEqualTo(1);
        assertThat(stats.at("/platforms/youtube/tokenRefreshes").asInt()).isEqualTo(1);
        assertThat(stats.at("/platforms/youtube/calls/upload-chunk").asInt()).isEqualTo(3);
        JsonNode upload = stats.at("/uploads/0");
        assertThat(upload.get("received").asInt()).isEqualTo(3 * BLOCK);
        assertThat(upload.get("stored").asInt()).isEqualTo(2 * BLOCK);
        assertThat(upload.get("sha256").asText()).isEqualTo(sha256(media));
        assertThat(upload.get("state").asText()).isEqualTo("completed");
    }

    @Test
    void requestsTellWhenTheFirstByteOfAnUploadCame() {
        Instant before = Instant.now();
        client.upload(media);

        JsonNode calls = client.admin("/sandbox/requests");

        assertThat(calls).hasSize(3);
        JsonNode start = calls.get(1);
        JsonNode put = calls.get(2);
        assertThat(start.get("operation").asText()).isEqualTo("session-start");
        assertThat(put.get("operation").asText()).isEqualTo("upload-chunk");
        assertThat(put.get("session")).isEqualTo(start.get("session"));
        assertThat(put.get("status").asInt()).isEqualTo(201);
        assertThat(put.get("bodyBytes").asInt()).isEqualTo(media.length);
        assertThat(Instant.parse(put.get("firstByteAt").asText()))
                .isBetween(before, Instant.now())
                .isAfterOrEqualTo(Instant.parse(put.get("at").asText()));
    }

    @Test
    void aResetForgetsPostsSessionsFaultsAndSettings() {
        var session = client.open(media.length);
        client.upload(media);
        client.fault("token", 9, "{\"type\":\"status\",\"status\":500}");
        client.settings("{\"forcePrivate\":true}");

        client.admin("POST", "/sandbox/reset", "");
        client.refreshToken("sandbox-refresh-demo");

        assertThat(client.admin("/sandbox/posts")).isEmpty();
        assertThat(client.admin("/sandbox/faults")).isEmpty();
        assertThat(client.admin("/sandbox/settings").get("forcePrivate").asBoolean())
                .isFalse();
        assertThat(client.admin("/sandbox/stats")
                        .at("/platforms/youtube/videosCreated")
                        .asInt())
                .isZero();
        assertThat(client.query(session, media.length).statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownSettingOrUnreadableBodyIsRefusedWithItsName() {
        var unknown = client.admin("POST", "/sandbox/settings", "{\"speed\":1}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).at("/errors/0/pointer").asText()).isEqualTo("/speed");

        var unfit = client.admin("POST", "/sandbox/settings", "{\"processingTime\":\"soon\"}");
        assertThat(json(unfit).at("/errors/0/pointer").asText()).isEqualTo("/processingTime");
        assertThat(client.admin("POST", "/sandbox/settings", "{").statusCode()).isEqualTo(400);
        assertThat(client.admin("POST", "/sandbox/channels", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void healthIsUp() {
        assertThat(client.admin("/q/health").get("status").asText()).isEqualTo("UP");
    }

    private HttpResponse<String> get(String path) {
        return client.send(HttpRequest.newBuilder(root.resolve(path)));
    }
}
