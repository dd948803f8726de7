package io.cliprelay.sandbox.gallery;

import java.net.URI;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.json;
import static io.cliprelay.sandbox.SandboxClient.media;
import static org.assertj.core.api.Assertions.assertThat;

/** What people make of posts, as tests set it or as it comes. */
@QuarkusTest
class AudienceTest {

    @TestHTTPResource("/")
    URI root;

    private SandboxClient client;

    @BeforeEach
    void reset() {
        client = SandboxClient.fresh(root);
    }

    @Test
    void whatATestSetsIsWhatThePlatformSays() {
        String id = client.upload(media(10));

        int status = client.admin("POST", reception(id), "{\"views\":12,\"likes\":3,\"comments\":2,\"shares\":1}")
                .statusCode();

        assertThat(status).isEqualTo(200);
        assertThat(client.admin(reception(id)).path("shares").asLong()).isEqualTo(1);
        JsonNode video =
                json(client.api("/youtube/v3/videos?part=statistics&id=" + id)).at("/items/0");
        assertThat(video.at("/statistics/viewCount").textValue()).isEqualTo("12");
        assertThat(video.at("/statistics/likeCount").textValue()).isEqualTo("3");
        assertThat(video.at("/statistics/commentCount").textValue()).isEqualTo("2");
        assertThat(video.at("/statistics").has("shareCount")).isFalse();
    }

    @Test
    void countsBelowZeroAndPostsThatAreNotThereAreRefused() {
        String id = client.upload(media(10));

        assertThat(client.admin("POST", reception(id), "{\"views\":-1}").statusCode())
                .isEqualTo(400);
        assertThat(client.admin("POST", reception("nobody"), "{\"views\":1}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void byThemselvesTheNumbersAreSmallTheSameForTheSamePostAndGrowWithItsAge() {
        Reception young = Audience.byAge("a post", Duration.ZERO);
        Reception old = Audience.byAge("a post", Duration.ofHours(1));

        assertThat(young).isEqualTo(Audience.byAge("a post", Duration.ofSeconds(1)));
        assertThat(young.views()).isBetween(1L, 10L);
        assertThat(old.views()).isEqualTo(young.views() + 180);
        assertThat(old.likes()).isGreaterThan(old.comments());
    }

    private static String reception(String id) {
        return "/sandbox/posts/" + id + "/reception";
    }
}
