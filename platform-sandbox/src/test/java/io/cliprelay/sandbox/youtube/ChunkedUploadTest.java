package io.cliprelay.sandbox.youtube;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.BLOCK;
import static io.cliprelay.sandbox.SandboxClient.json;
import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.SandboxClient.reason;
import static io.cliprelay.sandbox.SandboxClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ChunkedUploadTest {

    @TestHTTPResource("/")
    URI root;

    private final byte[] media = media(3 * BLOCK + 1000);
    private SandboxClient client;
    private URI session;

    @BeforeEach
    void openSession() {
        client = SandboxClient.fresh(root);
        session = client.open(media.length);
    }

    @Test
    void chunksInOrderMakeOneVideoOfExactlyTheseBytes() {
        assertIncomplete(client.put(session, media, 0, BLOCK), BLOCK);
        assertIncomplete(client.put(session, media, BLOCK, 3 * BLOCK), 3 * BLOCK);
        var done = client.put(session, media, 3 * BLOCK, media.length);

        assertThat(done.statusCode()).isEqualTo(201);
        assertThat(json(done).at("/status/uploadStatus").asText()).isEqualTo("uploaded");
        assertThat(json(done).at("/snippet/title").asText()).isEqualTo("A clip");
        assertOnePost(json(done).get("id").asText());
    }

    @Test
    void theWholeInOneRequestNeedsNoContentRange() {
        var done = client.putWhole(session, media);

        assertThat(done.statusCode()).isEqualTo(201);
        assertOnePost(json(done).get("id").asText());
    }

    @Test
    void theWholeMayComeWithoutALength() {
        var done = client.send(HttpRequest.newBuilder(session)
                .header("Authorization", "Bearer " + client.accessToken())
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(media))));

        assertThat(done.statusCode()).isEqualTo(201);
        assertOnePost(json(done).get("id").asText());
    }

    @Test
    void aFinishedSessionRepeatsItsAnswerToEveryRequestAndMakesNoSecondVideo() {
        var done = client.putWhole(session, media);

        for (var again : new HttpResponse<?>[] {
            client.query(session, media.length),
            client.putWhole(session, media),
            client.put(session, media, 3 * BLOCK, media.length)
        }) {
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(done.body());
        }
        assertOnePost(json(done).get("id").asText());
    }

    @Test
    void aNewSessionForTheSameFileMakesASecondVideo() {
        client.upload(media);
        client.upload(media);

        assertThat(client.admin("/sandbox/posts")).hasSize(2);
    }

    @Test
    void aQueryTellsWhatIsStoredAndChangesNothing() {
        var empty = client.query(session, media.length);
        assertThat(empty.statusCode()).isEqualTo(308);
        assertThat(empty.headers().firstValue("Range")).isEmpty();

        client.put(session, media, 0, 2 * BLOCK);
        assertIncomplete(client.query(session, media.length), 2 * BLOCK);
        assertIncomplete(client.put(session, new byte[0], "bytes */*"), 2 * BLOCK);
        assertThat(client.admin("/sandbox/posts")).isEmpty();
    }

    @Test
    void aGapAndAnOverlapTakeNothing() {
        client.put(session, media, 0, BLOCK);

        assertIncomplete(client.put(session, media, 2 * BLOCK, 3 * BLOCK), BLOCK);
        assertIncomplete(client.put(session, media, 0, 2 * BLOCK), BLOCK);
        assertIncomplete(client.putWhole(session, media), BLOCK);

        client.put(session, media, BLOCK, media.length);
        assertThat(client.admin("/sandbox/posts").at("/0/sha256").asText()).isEqualTo(sha256(media));
    }

    @Test
    void aChunkBelow256KiBIsRefusedUnlessItIsTheLast() {
        var refused = client.put(session, media, 0, 8192);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/error/message").asText())
                .contains("equal or greater than 262144")
                .contains("contained 8192 bytes");
    }

    @Test
    void aChunkThatIsNoMultipleIsRefusedOnlyWhenStrict() {
        assertThat(client.put(session, media, 0, BLOCK + 1).statusCode()).isEqualTo(400);

        client.settings("{\"strictMultiples\":false}");
        assertIncomplete(client.put(session, media, 0, BLOCK + 1), BLOCK);
    }

    @Test
    void aRangeThatContradictsTheRequestIsRefused() {
        byte[] block = new byte[BLOCK];
        for (String range : new String[] {
            "bytes 0-262143",
            "0-262143/787432",
            "bytes 0-262142/" + media.length,
            "bytes 0-262143/" + (media.length + 1),
            "bytes 5-4/" + media.length,
            "bytes 0-262143/262143"
        }) {
            var refused = client.put(session, block, range);
            assertThat(refused.statusCode()).as(range).isEqualTo(400);
            assertThat(reason(refused)).as(range).isEqualTo("badRequest");
        }
        assertThat(client.query(session, media.length).headers().firstValue("Range"))
                .isEmpty();
    }

    @Test
    void anUnknownTotalMayBeNamedWithTheLastChunk() {
        var open = client.start(SandboxClient.METADATA, media.length);
        var other = URI.create(open.headers().firstValue("Location").orElseThrow());

        assertThat(client.put(other, Arrays.copyOf(media, BLOCK), "bytes 0-262143/*")
                        .statusCode())
                .isEqualTo(308);
        assertThat(client.put(other, media, BLOCK, media.length).statusCode()).isEqualTo(201);
    }

    @Test
    void anUnknownSessionIsNotFound() {
        var unknown = URI.create(session.toString().replaceAll("upload_id=.*", "upload_id=nope"));

        assertThat(client.query(unknown, 1).statusCode()).isEqualTo(404);
    }

    @Test
    void anExpiredSessionIsGone() {
        client.settings("{\"sessionLifetime\":\"PT0S\",\"expiredSessionStatus\":410}");
        var expired = client.open(media.length);

        assertThat(client.query(expired, media.length).statusCode()).isEqualTo(410);
    }

    @Test
    void aSessionOfAnotherChannelIsForbidden() {
        client.admin("POST", "/sandbox/channels", "{\"name\":\"other\"}");
        client.refreshToken("sandbox-refresh-other");

        assertThat(client.query(session, media.length).statusCode()).isEqualTo(403);
    }

    @Test
    void aSessionSurvivesANewAccessToken() {
        client.put(session, media, 0, BLOCK);
        client.refreshToken("sandbox-refresh-demo");

        assertThat(client.put(session, media, BLOCK, media.length).statusCode()).isEqualTo(201);
    }

    @Test
    void bothPathsOfTheUploadAreServed() {
        var other = URI.create(session.toString().replace("/upload/", "/resumable/upload/"));

        assertThat(client.putWhole(other, media).statusCode()).isEqualTo(201);
    }

    private static void assertIncomplete(HttpResponse<String> response, int stored) {
        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(response.headers().firstValue("Range")).contains("bytes=0-" + (stored - 1));
    }

    private void assertOnePost(String id) {
        var posts = client.admin("/sandbox/posts");
        assertThat(posts).hasSize(1);
        assertThat(posts.at("/0/id").asText()).isEqualTo(id).hasSize(11);
        assertThat(posts.at("/0/bytes").asInt()).isEqualTo(media.length);
        assertThat(posts.at("/0/sha256").asText()).isEqualTo(sha256(media));
    }
}
