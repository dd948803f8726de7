package io.cliprelay.sandbox.instagram;

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
    void aReelIsFoundAtItsPermalinkWithItsVideo() {
        byte[] media = SandboxClient.media(300_000);
        var client = GraphClient.fresh(root);
        client.publish(client.ready("A caption", media));

        JsonNode post = client.posts().get(0);
        var page = new SandboxClient(root)
                .send(HttpRequest.newBuilder(URI.create(post.get("permalink").asText())));

        assertThat(post.get("video").asText()).endsWith("/video");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(post.get("video").asText(), SandboxClient.sha256(media));
    }
}
