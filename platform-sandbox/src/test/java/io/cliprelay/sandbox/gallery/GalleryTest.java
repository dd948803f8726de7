package io.cliprelay.sandbox.gallery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.BLOCK;
import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.SandboxClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class GalleryTest {

    @TestHTTPResource("/")
    URI root;

    private final byte[] media = media(2 * BLOCK + 17);
    private final HttpClient http = HttpClient.newHttpClient();
    private SandboxClient client;

    @BeforeEach
    void reset() {
        client = SandboxClient.fresh(root);
    }

    @Test
    void theVideoIsPlayedFromTheVeryBytesThatCame() throws Exception {
        URI video = video(client.upload(media));

        var whole = get(video, null);

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(media);
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(whole, "Content-Type")).startsWith("video/");
        assertThat(header(whole, "ETag")).contains(sha256(media));
    }

    @Test
    void aPlayerMayJump() throws Exception {
        URI video = video(client.upload(media));

        var middle = get(video, "bytes=1000-1999");
        var rest = get(video, "bytes=" + BLOCK + "-");

        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(media, 1000, 2000));
        assertThat(header(middle, "Content-Range")).isEqualTo("bytes 1000-1999/" + media.length);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(media, BLOCK, media.length));
        assertThat(get(video, "bytes=" + media.length + "-").statusCode()).isEqualTo(416);
    }

    @Test
    void aVideoThatIsNotThereIsNotFound() throws Exception {
        assertThat(get(root.resolve("/sandbox/posts/nope/video"), null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aChunkedUploadIsKeptWhole() throws Exception {
        URI session = client.open(media.length);
        client.put(session, media, 0, BLOCK);
        client.put(session, media, BLOCK, media.length);

        assertThat(get(video(client.admin("/sandbox/posts").at("/0/id").asText()), null)
                        .body())
                .isEqualTo(media);
    }

    @Test
    void thePageShowsEveryPostWithItsVideoTextStateAndDigest() throws Exception {
        String id = client.upload(media);

        String page = text("/sandbox/");

        assertThat(page)
                .contains("<h2>youtube</h2>", "<h3>demo</h3>", "A clip", "About it", "processed", sha256(media))
                .contains("<video controls", "/sandbox/posts/" + id + "/video", "/watch?v=" + id);
        assertThat(text("/watch?v=" + id)).contains("<video controls", "A clip");
    }

    @Test
    void textFromOutsideIsNoMarkup() throws Exception {
        var start = client.start("""
                {"snippet":{"title":"'one' & \\"more\\""},"status":{"privacyStatus":"public"}}""", 5);
        client.putWhole(URI.create(start.headers().firstValue("Location").orElseThrow()), media(5));

        assertThat(text("/sandbox/")).contains("&#39;one&#39; &amp; &quot;more&quot;");
    }

    @Test
    void aPostThatWasRemovedIsGoneFromThePlatformAndStaysInTheGallery() {
        String id = client.upload(media);

        var removed = client.admin("POST", "/sandbox/posts/" + id + "/remove?reason=copyright", "");

        assertThat(removed.statusCode()).isEqualTo(200);
        assertThat(client.admin("/sandbox/posts/" + id).get("state").asText()).isEqualTo("removed");
        assertThat(client.admin("/sandbox/posts/" + id).get("reason").asText()).isEqualTo("copyright");
        assertThat(SandboxClient.json(client.api("/youtube/v3/videos?part=id&id=" + id))
                        .get("items"))
                .isEmpty();
        assertThat(client.admin("POST", "/sandbox/posts/nope/remove", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void postsAreFoundByPlatformAccountAndTitle() {
        client.upload(media);

        assertThat(client.admin("/sandbox/posts?platform=youtube&account=demo&title=clip"))
                .hasSize(1);
        assertThat(client.admin("/sandbox/posts?platform=tiktok")).isEmpty();
        assertThat(client.admin("/sandbox/posts?account=other")).isEmpty();
        assertThat(client.admin("/sandbox/posts?title=other")).isEmpty();
    }

    @Test
    void theLedgerTellsWhatWasPostedTwice() {
        client.upload(media);
        client.upload(media(7));
        assertThat(client.admin("/sandbox/ledger?atLeast=2")).isEmpty();

        client.upload(media);

        JsonNode twice = client.admin("/sandbox/ledger?atLeast=2");
        assertThat(client.admin("/sandbox/ledger")).hasSize(2);
        assertThat(twice).hasSize(1);
        assertThat(twice.at("/0/platform").asText()).isEqualTo("youtube");
        assertThat(twice.at("/0/title").asText()).isEqualTo("A clip");
        assertThat(twice.at("/0/posts").asInt()).isEqualTo(2);
        assertThat(twice.at("/0/ids")).hasSize(2);
    }

    private URI video(String id) {
        return root.resolve(client.admin("/sandbox/posts/" + id).get("video").asText());
    }

    private String text(String path) {
        return client.send(HttpRequest.newBuilder(root.resolve(path))).body();
    }

    private HttpResponse<byte[]> get(URI uri, String range) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).method("GET", BodyPublishers.noBody());
        return http.send(
                (range == null ? request : request.header("Range", range)).build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
