package io.cliprelay.sandbox.instagram;

import java.net.URI;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.sandbox.instagram.GraphClient.Reply;

import static io.cliprelay.sandbox.SandboxClient.media;
import static org.assertj.core.api.Assertions.assertThat;

/** What was counted of a Reel. */
@QuarkusTest
class InsightsTest {

    @TestHTTPResource("/")
    URI root;

    private GraphClient graph;
    private String reel;

    @BeforeEach
    void publish() {
        graph = GraphClient.fresh(root);
        reel = graph.publish(graph.ready("A caption", media(100))).id();
    }

    @Test
    void eachMetricHasOneValueForItsLifetime() {
        Reply reply = graph.facebook(reel + "/insights?metric=views,likes");

        assertThat(reply.status()).isEqualTo(200);
        JsonNode views = reply.body().at("/data/0");
        assertThat(views.path("name").asText()).isEqualTo("views");
        assertThat(views.path("period").asText()).isEqualTo("lifetime");
        assertThat(views.at("/values/0/value").asLong()).isPositive();
        assertThat(reply.body().at("/data/1/name").asText()).isEqualTo("likes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plays", "views,impressions", "video_views"})
    void oneMetricThatIsRetiredRefusesTheWholeCall(String metrics) {
        assertThat(graph.facebook(reel + "/insights?metric=" + metrics).code()).isEqualTo(100);
    }

    @Test
    void withoutTheScopeThereAreOnlyTheCounters() {
        graph.settings("{\"insightsGranted\":false}");

        assertThat(graph.facebook(reel + "/insights?metric=views").code()).isEqualTo(10);
        JsonNode read =
                graph.facebook(reel + "?fields=like_count,comments_count").body();
        assertThat(read.path("like_count").isIntegralNumber()).isTrue();
        assertThat(read.path("comments_count").isIntegralNumber()).isTrue();
    }

    @Test
    void aReelOfAnotherAccountIsNotThere() {
        assertThat(graph.instagram(reel + "/insights?metric=views").subcode()).isEqualTo(33);
    }
}
