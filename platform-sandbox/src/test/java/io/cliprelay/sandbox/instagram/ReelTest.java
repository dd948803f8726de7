package io.cliprelay.sandbox.instagram;

import java.net.URI;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.SandboxClient.sha256;
import static io.cliprelay.sandbox.instagram.GraphClient.FACEBOOK_ACCOUNT;
import static io.cliprelay.sandbox.instagram.GraphClient.INSTAGRAM_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

/** From a container to a Reel, and what goes wrong on the way. */
@QuarkusTest
class ReelTest {

    private static final byte[] FILE = media(10_000);

    @TestHTTPResource("/")
    URI root;

    private GraphClient graph;

    @BeforeEach
    void reset() {
        graph = GraphClient.fresh(root);
    }

    @Test
    void onlyPublishingMakesAPost() {
        String container = graph.ready("A caption", FILE);
        assertThat(graph.statusCode(container)).isEqualTo("FINISHED");
        assertThat(graph.posts()).isEmpty();

        String media = graph.publish(container).id();

        assertThat(graph.statusCode(container)).isEqualTo("PUBLISHED");
        JsonNode post = graph.posts().path(0);
        assertThat(post.path("id").asText()).isEqualTo(media).isNotEqualTo(container);
        assertThat(post.path("sha256").asText()).isEqualTo(sha256(FILE));
        JsonNode read = graph.facebook(media + "?fields=permalink,media_product_type,timestamp")
                .body();
        assertThat(read.path("permalink").asText())
                .isEqualTo(post.path("permalink").asText());
        assertThat(read.path("media_product_type").asText()).isEqualTo("REELS");
        assertThat(read.path("timestamp").asText()).endsWith("+0000");
        assertThat(graph.facebook(FACEBOOK_ACCOUNT + "/media?fields=caption")
                        .body()
                        .at("/data/0/caption")
                        .asText())
                .isEqualTo("A caption");
    }

    @Test
    void aContainerKeepsWhatCameAndTakesTheRest() {
        JsonNode container = graph.open("A caption");
        String uri = container.path("uri").asText();

        var partial = graph.upload(uri, FILE, 0, 4000);
        assertThat(partial.body().at("/debug_info/type").asText()).isEqualTo("PartialRequestError");
        JsonNode state = graph.facebook(container.path("id").asText() + "?fields=status_code,video_status")
                .body();
        assertThat(state.path("status_code").asText()).isEqualTo("IN_PROGRESS");
        assertThat(state.at("/video_status/uploading_phase/bytes_transferred").asInt())
                .isEqualTo(4000);

        var wrong = graph.upload(uri, FILE, 5000, FILE.length);
        assertThat(wrong.body().at("/debug_info/type").asText()).isEqualTo("OffsetInvalidError");
        var rest = graph.upload(uri, FILE, 4000, FILE.length);
        assertThat(rest.body().path("success").asBoolean()).isTrue();
    }

    @Test
    void bytesWantTheSchemeOAuth() {
        String uri = graph.open("A caption").path("uri").asText();

        var refused = graph.upload(uri, FILE, 0, FILE.length, "Bearer sandbox-facebook-demo");

        assertThat(refused.body().at("/debug_info/type").asText()).isEqualTo("NotAuthorizedError");
    }

    @Test
    void aContainerThatIsNotReadyIsNotPublished() {
        var refused = graph.publish(graph.open("A caption").path("id").asText());

        assertThat(refused.code()).isEqualTo(9007);
        assertThat(refused.subcode()).isEqualTo(2207027);
    }

    @Test
    void theQuotaIsEnforcedWherePostsAreMade() {
        graph.settings("{\"quotaTotal\":1}");
        graph.publish(graph.ready("One", FILE));
        assertThat(graph.facebook(FACEBOOK_ACCOUNT + "/content_publishing_limit?fields=config,quota_usage")
                        .body()
                        .at("/data/0")
                        .toString())
                .isEqualTo("{\"quota_usage\":1,\"config\":{\"quota_total\":1,\"quota_duration\":86400}}");

        var refused = graph.publish(graph.ready("Two", FILE));

        assertThat(refused.code()).isEqualTo(9);
        assertThat(refused.subcode()).isEqualTo(2207042);
    }

    @Test
    void thereIsABoundOfContainersToo() {
        graph.settings("{\"containersPerDay\":1}");
        graph.open("One");

        var refused = graph.facebookForm(
                FACEBOOK_ACCOUNT + "/media", Map.of("media_type", "REELS", "upload_type", "resumable"));

        assertThat(refused.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"NEW_POST, 2", "SAME_POST, 1", "REFUSED, 1"})
    void whatASecondPublishingDoesIsASetting(String setting, int posts) {
        graph.settings("{\"secondPublish\":\"" + setting + "\"}");
        String container = graph.ready("A caption", FILE);

        graph.publish(container);
        graph.publish(container);

        assertThat(graph.posts()).hasSize(posts);
    }

    @Test
    void publishingMayBeRestrictedThoughItWasDone() {
        graph.settings("{\"restrictsThoughLive\":true,\"statusLag\":\"PT60S\",\"mediaListLag\":\"PT60S\"}");
        String container = graph.ready("A caption", FILE);

        var refused = graph.publish(container);

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.subcode()).isEqualTo(2207051);
        assertThat(graph.posts()).hasSize(1);
        assertThat(graph.statusCode(container)).isEqualTo("FINISHED");
        assertThat(graph.facebook(FACEBOOK_ACCOUNT + "/media").body().path("data"))
                .isEmpty();
    }

    @Test
    void theListOfMediaHasPages() {
        graph.settings("{\"mediaPage\":1}");
        graph.publish(graph.ready("Older", FILE));
        graph.publish(graph.ready("Newer", FILE));
        String list = FACEBOOK_ACCOUNT + "/media?fields=id,caption&limit=10";

        JsonNode first = graph.facebook(list).body();
        JsonNode second = graph.facebook(
                        list + "&after=" + first.at("/paging/cursors/after").asText())
                .body();

        assertThat(first.at("/data/0/caption").asText()).isEqualTo("Newer");
        assertThat(first.path("data")).hasSize(1);
        assertThat(first.at("/paging/next").asText()).contains("after=");
        assertThat(second.at("/data/0/caption").asText()).isEqualTo("Older");
        assertThat(second.path("paging").has("next")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "media_type | VIDEO | 100 | 2207023",
                "thumb_offset | -1 | 1 | 2207057",
                "share_to_feed | maybe | 100 | 0",
                "privacy | private | 100 | 0",
                "collaborators | [1,2,3,4] | 100 | 0"
            })
    void parametersAreChecked(String name, String value, int code, int subcode) {
        Map<String, String> form = new java.util.HashMap<>(Map.of("media_type", "REELS", "upload_type", "resumable"));
        form.put(name, value);

        var refused = graph.facebookForm(FACEBOOK_ACCOUNT + "/media", form);

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.subcode()).isEqualTo(subcode);
    }

    @Test
    void aCaptionThatIsTooLongIsRefused() {
        var refused = graph.facebookForm(
                FACEBOOK_ACCOUNT + "/media",
                Map.of("media_type", "REELS", "upload_type", "resumable", "caption", "x".repeat(2201)));

        assertThat(refused.subcode()).isEqualTo(2207010);
    }

    @Test
    void anInstagramLoginTakesNoBytesAndNoPlaces() {
        assertThat(graph.instagramForm(
                                INSTAGRAM_ACCOUNT + "/media", Map.of("media_type", "REELS", "upload_type", "resumable"))
                        .code())
                .isEqualTo(100);
        assertThat(graph.instagramForm(
                                INSTAGRAM_ACCOUNT + "/media",
                                Map.of("media_type", "REELS", "video_url", "https://a.example/b", "location_id", "1"))
                        .code())
                .isEqualTo(100);
    }

    @Test
    void aTokenOpensItsOwnAccountByItsOwnLoginOnly() {
        assertThat(graph.facebook(INSTAGRAM_ACCOUNT + "/media").code()).isEqualTo(100);
        assertThat(graph.get("/instagram-login/v25.0/me?access_token=sandbox-facebook-demo")
                        .code())
                .isEqualTo(190);
    }
}
