package io.cliprelay.sandbox.tiktok;

import java.net.URI;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cliprelay.sandbox.SandboxClient.json;
import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.SandboxClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class PublishTest {

    @TestHTTPResource("/")
    URI root;

    private TikTokClient client;

    @BeforeEach
    void login() {
        client = TikTokClient.fresh(root);
    }

    @Test
    void theLastByteMakesThePost() {
        byte[] media = media(1000);
        var begun = client.begin(media.length);
        assertThat(client.state(begun.publishId()).toString())
                .isEqualTo("{\"status\":\"PROCESSING_UPLOAD\",\"uploaded_bytes\":0}");

        assertThat(client.put(begun.upload(), media, 0, media.length).statusCode())
                .isEqualTo(201);

        var state = client.state(begun.publishId());
        assertThat(state.path("status").asText()).isEqualTo("PUBLISH_COMPLETE");
        assertThat(state.path("uploaded_bytes").asLong()).isEqualTo(1000);
        long id = state.at("/publicaly_available_post_id/0").asLong();
        assertThat(id).isGreaterThan(1L << 53);
        var post = client.admin("/sandbox/posts").path(0);
        assertThat(post.path("id").asText()).isEqualTo(Long.toString(id));
        assertThat(post.path("title").asText()).isEqualTo("A clip #one");
        assertThat(post.path("sha256").asText()).isEqualTo(sha256(media));
        assertThat(post.path("platform").asText()).isEqualTo("tiktok");
    }

    @Test
    void aPublicPostIsCountedByItsId() {
        byte[] media = media(1000);
        var begun = client.begin(media.length);
        client.put(begun.upload(), media, 0, media.length);
        String id = client.state(begun.publishId())
                .at("/publicaly_available_post_id/0")
                .asText();

        var answer = json(client.call(
                "video/query/?fields=id,view_count,share_count",
                "{\"filters\":{\"video_ids\":[\"%s\"]}}".formatted(id)));

        var video = answer.at("/data/videos/0");
        assertThat(video.path("id").asText()).isEqualTo(id);
        assertThat(video.path("view_count").asLong()).isPositive();
        assertThat(video.has("share_count")).isTrue();
        assertThat(video.has("like_count")).as("not asked for").isFalse();
    }

    @Test
    void chunksComeInOrderAndTheLastIsTheLargest() {
        byte[] media = media((int) (2 * TikTokClient.CHUNK + 1000));
        int border = (int) TikTokClient.CHUNK;
        var begun = client.begin(media.length);

        var first = client.put(begun.upload(), media, 0, border);
        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(first.headers().firstValue("Content-Range"))
                .hasValue("bytes 0-%d/%d".formatted(border, media.length));
        assertThat(client.put(begun.upload(), media, 0, border).statusCode()).isEqualTo(416);
        assertThat(client.put(begun.upload(), media, border, 2 * border).statusCode())
                .as("the last chunk takes the remainder")
                .isEqualTo(400);
        assertThat(client.put(begun.upload(), media, border, media.length).statusCode())
                .isEqualTo(201);

        assertThat(client.admin("/sandbox/posts").path(0).path("sha256").asText())
                .isEqualTo(sha256(media));
    }

    @Test
    void aPostThatOnlyItsCreatorSeesNeverShowsAnId() {
        byte[] media = media(1000);
        var begun = TikTokClient.begun(client.init(Creator.SELF, 1000, 1000, 1));
        client.put(begun.upload(), media, 0, 1000);

        assertThat(client.state(begun.publishId()).toString())
                .isEqualTo("{\"status\":\"PUBLISH_COMPLETE\",\"uploaded_bytes\":1000}");
        assertThat(json(client.call("video/list/?fields=id,title", "{}"))
                        .at("/data/videos")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aDraftWaitsInTheInbox() {
        byte[] media = media(1000);
        var begun = TikTokClient.begun(client.inboxInit(1000));
        client.put(begun.upload(), media, 0, 1000);

        assertThat(client.state(begun.publishId()).path("status").asText()).isEqualTo("SEND_TO_USER_INBOX");
        assertThat(client.admin("/sandbox/posts").isEmpty()).isTrue();
    }

    @Test
    void theDisplayCallsShowAPublicPostByItsId() {
        byte[] media = media(1000);
        var begun = client.begin(1000);
        client.put(begun.upload(), media, 0, 1000);
        String id = client.state(begun.publishId())
                .at("/publicaly_available_post_id/0")
                .asText();

        var queried = json(client.call(
                "video/query/?fields=id,share_url,create_time", "{\"filters\":{\"video_ids\":[\"" + id + "\"]}}"));
        assertThat(queried.at("/data/videos/0/share_url").asText()).contains("/@cliprelay.demo/video/" + id + "?");
        var listed = json(client.call("video/list/?fields=id,title", "{\"max_count\":20}"));
        assertThat(listed.at("/data/videos/0/title").asText()).isEqualTo("A clip #one");
        assertThat(listed.at("/data/has_more").asBoolean()).isFalse();
    }

    @Test
    void onlyPublicPostsHaveAPage() {
        byte[] media = media(1000);
        var begun = client.begin(1000);
        client.put(begun.upload(), media, 0, 1000);
        String page = client.admin("/sandbox/posts").path(0).path("permalink").asText();
        var hidden = TikTokClient.begun(client.init(Creator.SELF, 1000, 1000, 1));
        client.put(hidden.upload(), media, 0, 1000);
        String hiddenPage =
                client.admin("/sandbox/posts").path(1).path("permalink").asText();

        assertThat(client.get(page).statusCode()).isEqualTo(200);
        assertThat(client.get(page).body()).contains("A clip #one");
        assertThat(client.get(hiddenPage).statusCode()).isEqualTo(404);
        assertThat(client.get("/tiktok/@cliprelay.demo").statusCode()).isEqualTo(200);
        assertThat(client.get("/tiktok/@nobody").statusCode()).isEqualTo(404);
    }
}
