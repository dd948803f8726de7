package io.cliprelay.sandbox.youtube;

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
import static io.cliprelay.sandbox.SandboxClient.reason;
import static io.cliprelay.sandbox.SandboxClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class VideosTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

    @TestHTTPResource("/")
    URI root;

    private SandboxClient client;

    @BeforeEach
    void reset() {
        client = SandboxClient.fresh(root);
    }

    @Test
    void aVideoIsBeingProcessedForTheTimeThatWasSet() {
        client.settings("{\"processingTime\":\"PT1H\"}");

        JsonNode video = video(client.upload(media(10)));

        assertThat(video.at("/status/uploadStatus").asText()).isEqualTo("uploaded");
        assertThat(video.at("/processingDetails/processingStatus").asText()).isEqualTo("processing");
        assertThat(video.at("/processingDetails/processingProgress/partsTotal").asText())
                .isEqualTo("100");
    }

    @Test
    void aVideoIsProcessedAfterTheTimeThatWasSet() {
        client.settings("{\"processingTime\":\"PT0.2S\"}");
        String id = client.upload(media(10));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        video(id).at("/status/uploadStatus").asText())
                .isEqualTo("processed"));
        assertThat(video(id).at("/processingDetails/processingStatus").asText()).isEqualTo("succeeded");
    }

    @Test
    void processingMayFailOrEndInARejection() {
        client.fault("session-start", "{\"type\":\"processing-failure\",\"reason\":\"codec\"}");
        JsonNode failed = video(client.upload(media(10)));
        assertThat(failed.at("/status/uploadStatus").asText()).isEqualTo("failed");
        assertThat(failed.at("/status/failureReason").asText()).isEqualTo("codec");
        assertThat(failed.at("/processingDetails/processingStatus").asText()).isEqualTo("failed");

        client.fault("upload-chunk", "{\"type\":\"rejection\",\"reason\":\"duplicate\"}");
        JsonNode rejected = video(client.upload(media(10)));
        assertThat(rejected.at("/status/uploadStatus").asText()).isEqualTo("rejected");
        assertThat(rejected.at("/status/rejectionReason").asText()).isEqualTo("duplicate");
    }

    @Test
    void countsAndSizesAreTextAsInTheRealApi() {
        JsonNode video = video(client.upload(media(10)));

        assertThat(video.at("/statistics/viewCount").isTextual()).isTrue();
        assertThat(video.at("/fileDetails/fileSize").textValue()).isEqualTo("10");
    }

    @Test
    void unknownIdsAreLeftOutSilently() {
        String id = client.upload(media(10));
        var listed = json(client.api("/youtube/v3/videos?part=id&id=nope," + id));

        assertThat(listed.get("items")).hasSize(1);
    }

    @Test
    void theListRefusesWhatTheRealOneRefuses() {
        assertThat(reason(client.api("/youtube/v3/videos?part=status"))).isEqualTo("missingRequiredParameter");
        assertThat(reason(client.api("/youtube/v3/videos?id=x"))).isEqualTo("required");
        assertThat(reason(client.api("/youtube/v3/videos?part=nope&id=x"))).isEqualTo("unknownPart");
        assertThat(reason(client.api("/youtube/v3/videos?part=id&id=" + "x,".repeat(51))))
                .isEqualTo("invalidParameter");
    }

    @Test
    void theUploadsOfAChannelAreListedNewestFirstPageByPage() {
        String first = client.upload(media(10));
        String second = client.upload(media(11));
        String list = "/youtube/v3/playlistItems?part=contentDetails,snippet&maxResults=1&playlistId=" + uploads();

        JsonNode page = json(client.api(list));
        assertThat(page.at("/items/0/contentDetails/videoId").asText()).isEqualTo(second);
        JsonNode next =
                json(client.api(list + "&pageToken=" + page.get("nextPageToken").asText()));
        assertThat(next.at("/items/0/snippet/resourceId/videoId").asText()).isEqualTo(first);
        assertThat(next.has("nextPageToken")).isFalse();
    }

    @Test
    void theUploadsPlaylistMayLag() {
        client.settings("{\"uploadsPlaylistLag\":\"PT1H\"}");
        client.upload(media(10));

        assertThat(json(client.api("/youtube/v3/playlistItems?part=id&playlistId=" + uploads()))
                        .get("items"))
                .isEmpty();
        assertThat(reason(client.api("/youtube/v3/playlistItems?part=id&playlistId=UUnope")))
                .isEqualTo("playlistNotFound");
    }

    @Test
    void aThumbnailIsTakenAndMayBeReplaced() {
        String id = client.upload(media(10));

        var set = client.thumbnail(id, PNG);

        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(json(set).at("/items/0/medium/width").asInt()).isEqualTo(320);
        assertThat(client.thumbnail(id, PNG).statusCode()).isEqualTo(200);
        assertThat(client.admin("/sandbox/posts/" + id).get("thumbnailSha256").asText())
                .isEqualTo(sha256(PNG));
    }

    @Test
    void aThumbnailMustBeAnImageOfAVideoOfOnesOwn() {
        String id = client.upload(media(10));

        assertThat(reason(client.thumbnail(id, media(100)))).isEqualTo("invalidImage");
        assertThat(reason(client.thumbnail(id, new byte[0]))).isEqualTo("mediaBodyRequired");
        assertThat(reason(client.thumbnail("nope", PNG))).isEqualTo("videoNotFound");
        client.admin("POST", "/sandbox/channels", "{\"name\":\"other\"}");
        client.refreshToken("sandbox-refresh-other");
        assertThat(reason(client.thumbnail(id, PNG))).isEqualTo("forbidden");
    }

    private JsonNode video(String id) {
        return json(client.api(
                        "/youtube/v3/videos?part=status,processingDetails,statistics,fileDetails,contentDetails&id="
                                + id))
                .at("/items/0");
    }

    private String uploads() {
        return json(client.api("/youtube/v3/channels?part=contentDetails&mine=true"))
                .at("/items/0/contentDetails/relatedPlaylists/uploads")
                .asText();
    }
}
