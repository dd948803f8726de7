package io.cliprelay.sandbox.youtube;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpBackOffUnsuccessfulResponseHandler;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.InputStreamContent;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.ExponentialBackOff;
import com.google.api.services.youtube.YouTube;
import com.google.api.services.youtube.model.Video;
import com.google.api.services.youtube.model.VideoSnippet;
import com.google.api.services.youtube.model.VideoStatus;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.SandboxClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The sandbox judged by Google's own client, which knows the real server. */
@QuarkusTest
class GoogleClientTest {

    private static final int KIB = 1024;

    @TestHTTPResource("/")
    URI root;

    private final byte[] media = media(9_000_001);
    private SandboxClient client;

    @BeforeEach
    void reset() {
        client = SandboxClient.fresh(root);
    }

    @ParameterizedTest
    @ValueSource(ints = {256 * KIB, 1024 * KIB, 8192 * KIB, 16384 * KIB})
    void uploadsInChunksOf(int chunkSize) throws IOException {
        Video video = insert(chunkSize).execute();

        assertPublished(video);
    }

    @Test
    void uploadsDirectly() throws IOException {
        var insert = insert(1024 * KIB);
        insert.getMediaHttpUploader().setDirectUploadEnabled(true);

        assertPublished(insert.execute());
    }

    @Test
    void uploadsAStreamOfUnknownLength() throws IOException {
        var content = new InputStreamContent("video/mp4", new ByteArrayInputStream(media));
        var insert = youtube().videos().insert(List.of("snippet", "status"), video("A clip"), content);
        insert.getMediaHttpUploader().setChunkSize(1024 * KIB);

        assertPublished(insert.execute());
    }

    @Test
    void resumesAfter503() throws IOException {
        client.fault("upload-chunk", 2, "{\"type\":\"status\",\"status\":503,\"headers\":{\"Retry-After\":\"0\"}}");

        assertPublished(insert(1024 * KIB).execute());
    }

    @Test
    void resendsWhatWasNotStored() throws IOException {
        client.fault("upload-chunk", 3, "{\"type\":\"store-less\",\"bytes\":300000}");

        assertPublished(insert(1024 * KIB).execute());
    }

    @Test
    void findsItsVideoInTheListAndAmongTheUploads() throws IOException {
        Video video = insert(8192 * KIB).execute();
        YouTube youtube = youtube();

        var listed = youtube.videos()
                .list(List.of("snippet", "status", "processingDetails", "fileDetails", "statistics"))
                .setId(List.of(video.getId()))
                .execute()
                .getItems()
                .getFirst();
        assertThat(listed.getStatus().getUploadStatus()).isEqualTo("processed");
        assertThat(listed.getFileDetails().getFileSize().longValue()).isEqualTo(media.length);
        assertThat(listed.getSnippet().getPublishedAt()).isNotNull();

        var channel =
                youtube.channels().list(List.of("contentDetails")).setMine(true).execute();
        String uploads = channel.getItems()
                .getFirst()
                .getContentDetails()
                .getRelatedPlaylists()
                .getUploads();
        var items = youtube.playlistItems()
                .list(List.of("contentDetails"))
                .setPlaylistId(uploads)
                .execute();
        assertThat(items.getItems())
                .extracting(item -> item.getContentDetails().getVideoId())
                .containsExactly(video.getId());
    }

    @Test
    void understandsTheRefusalOfATitle() {
        assertThatThrownBy(() -> youtube()
                        .videos()
                        .insert(List.of("snippet", "status"), video("a < b"), content())
                        .execute())
                .isInstanceOfSatisfying(GoogleJsonResponseException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(400);
                    assertThat(e.getDetails().getErrors().getFirst().getReason())
                            .isEqualTo("invalidTitle");
                });
    }

    private YouTube.Videos.Insert insert(int chunkSize) throws IOException {
        var insert = youtube().videos().insert(List.of("snippet", "status"), video("A clip"), content());
        insert.getMediaHttpUploader().setChunkSize(chunkSize);
        return insert;
    }

    private InputStreamContent content() {
        return new InputStreamContent("video/mp4", new ByteArrayInputStream(media)).setLength(media.length);
    }

    private static Video video(String title) {
        return new Video()
                .setSnippet(new VideoSnippet().setTitle(title).setDescription("About it"))
                .setStatus(new VideoStatus().setPrivacyStatus("private"));
    }

    private YouTube youtube() {
        return new YouTube.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), authorized())
                .setRootUrl(root.toString())
                .setApplicationName("cliprelay-sandbox-test")
                .build();
    }

    private HttpRequestInitializer authorized() {
        return (HttpRequest request) -> {
            request.getHeaders().setAuthorization("Bearer " + client.accessToken());
            request.setUnsuccessfulResponseHandler(
                    new HttpBackOffUnsuccessfulResponseHandler(new ExponentialBackOff.Builder()
                            .setInitialIntervalMillis(1)
                            .setMaxIntervalMillis(2)
                            .build()));
        };
    }

    private void assertPublished(Video video) {
        var posts = client.admin("/sandbox/posts");
        assertThat(posts).hasSize(1);
        assertThat(posts.at("/0/id").asText()).isEqualTo(video.getId());
        assertThat(posts.at("/0/sha256").asText()).isEqualTo(sha256(media));
        assertThat(posts.at("/0/privacy").asText()).isEqualTo("private");
    }
}
