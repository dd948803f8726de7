package io.cliprelay.sandbox.tiktok;

import java.net.URI;
import java.net.http.HttpRequest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.cliprelay.sandbox.SandboxClient;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class KeptMediaTest {

    @TestHTTPResource("/")
    URI root;

    @Test
    void aPostIsFoundAtItsPermalinkWithItsVideo() {
        byte[] media = SandboxClient.media(300_000);
        var client = TikTokClient.fresh(root);
        client.put(client.begin(media.length).upload(), media, 0, media.length);

        JsonNode post = client.admin("/sandbox/posts").get(0);
        var page = client.http()
                .send(HttpRequest.newBuilder(URI.create(post.get("permalink").asText())));

        assertThat(post.get("video").asText()).endsWith("/video");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(post.get("video").asText(), SandboxClient.sha256(media));
    }
}
