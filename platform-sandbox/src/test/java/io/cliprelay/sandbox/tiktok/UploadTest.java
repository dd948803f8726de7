package io.cliprelay.sandbox.tiktok;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.SandboxClient.sha256;
import static io.cliprelay.sandbox.tiktok.TikTokClient.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Bytes for an upload URL, and what goes wrong with them. */
@QuarkusTest
class UploadTest {

    private static final int BORDER = (int) TikTokClient.CHUNK;

    @TestHTTPResource("/")
    URI root;

    private final byte[] media = media(2 * BORDER + 1000);
    private TikTokClient client;
    private TikTokClient.Begun begun;

    @BeforeEach
    void begin() {
        client = TikTokClient.fresh(root);
        begun = client.begin(media.length);
    }

    @Test
    void headersThatDoNotFitAreRefused() {
        byte[] first = Arrays.copyOf(media, BORDER);
        String range = "bytes 0-%d/%d".formatted(BORDER - 1, media.length);

        assertThat(client.put(begun.upload(), first, range).statusCode())
                .as("no type")
                .isEqualTo(400);
        assertThat(client.put(begun.upload(), first, range, "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.put(begun.upload(), first, "bytes 0-9/10", "Content-Type", "video/mp4")
                        .statusCode())
                .as("another total")
                .isEqualTo(400);
        assertThat(client.put(begun.upload(), new byte[10], range, "Content-Type", "video/mp4")
                        .statusCode())
                .as("fewer bytes than announced")
                .isEqualTo(400);
        assertThat(client.put(
                                begun.upload(),
                                first,
                                range,
                                "Content-Type",
                                "video/mp4",
                                "Authorization",
                                "Bearer " + client.accessToken())
                        .statusCode())
                .as("an access token")
                .isEqualTo(400);
        assertThat(client.state(begun.publishId()).path("uploaded_bytes").asLong())
                .isZero();
    }

    @Test
    void anUnknownUrlIsNotFoundAndADeadOneForbidden() {
        URI unknown = URI.create(begun.upload().toString().replaceAll("upload_token=.*", "upload_token=x"));
        assertThat(client.put(unknown, media, 0, BORDER).statusCode()).isEqualTo(404);

        client.settings("{\"uploadUrlLifetime\":\"PT0S\"}");
        var late = client.begin(media.length);
        assertThat(client.put(late.upload(), media, 0, BORDER).statusCode()).isEqualTo(403);
    }

    @Test
    void bytesThatAreNotNextAreOutOfRange() {
        assertThat(client.put(begun.upload(), media, BORDER, media.length).statusCode())
                .isEqualTo(416);
    }

    @Test
    void aBrokenChunkLeavesNothingBehind() {
        client.fault("upload-chunk", "{\"type\":\"cut-before-effect\",\"afterBytes\":1000000}");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> client.put(begun.upload(), media, 0, BORDER));

        assertThat(client.state(begun.publishId()).path("uploaded_bytes").asLong())
                .isZero();
        client.put(begun.upload(), media, 0, BORDER);
        client.put(begun.upload(), media, BORDER, media.length);
        assertThat(client.admin("/sandbox/posts").path(0).path("sha256").asText())
                .isEqualTo(sha256(media));
    }

    @Test
    void aBrokenChunkMayBeKeptInPart() {
        client.settings("{\"keepBrokenChunks\":true}");
        client.fault("upload-chunk", "{\"type\":\"cut-before-effect\",\"afterBytes\":1000000}");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> client.put(begun.upload(), media, 0, BORDER));

        assertThat(client.state(begun.publishId()).path("uploaded_bytes").asLong())
                .isEqualTo(1_000_000);
        assertThat(client.put(begun.upload(), media, 0, BORDER).statusCode()).isEqualTo(416);
        assertThat(client.put(begun.upload(), media, 1_000_000, BORDER).statusCode())
                .isEqualTo(206);
        client.put(begun.upload(), media, BORDER, media.length);
        assertThat(client.admin("/sandbox/posts").path(0).path("sha256").asText())
                .isEqualTo(sha256(media));
    }

    @Test
    void theLastByteCountsEvenIfItsAnswerIsLost() {
        client.put(begun.upload(), media, 0, BORDER);
        client.fault("upload-chunk", "{\"type\":\"cut-after-effect\"}");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> client.put(begun.upload(), media, BORDER, media.length));

        assertThat(client.state(begun.publishId()).path("status").asText()).isEqualTo("PUBLISH_COMPLETE");
        assertThat(client.admin("/sandbox/posts")).hasSize(1);
    }

    @Test
    void aSecondBeginningMakesASecondPost() {
        byte[] small = media(1000);
        for (int i = 0; i < 2; i++) {
            client.put(client.begin(1000).upload(), small, 0, 1000);
        }
        assertThat(client.admin("/sandbox/posts")).hasSize(2);
    }

    @Test
    void theRangeOfAnAnswerMayNameTheLastByte() {
        client.settings("{\"lastByteInRange\":true}");

        assertThat(client.put(begun.upload(), media, 0, BORDER).headers().firstValue("Content-Range"))
                .hasValue("bytes 0-%d/%d".formatted(BORDER - 1, media.length));
    }

    @Test
    void aPublicationFailsWithTheReasonThatIsAskedFor() {
        client.fault("upload-chunk", "{\"type\":\"processing-failure\",\"reason\":\"frame_rate_check_failed\"}");
        client.put(begun.upload(), media, 0, BORDER);
        client.put(begun.upload(), media, BORDER, media.length);

        var state = client.state(begun.publishId());
        assertThat(state.path("status").asText()).isEqualTo("FAILED");
        assertThat(state.path("fail_reason").asText()).isEqualTo("frame_rate_check_failed");
        assertThat(state.has("publicaly_available_post_id")).isFalse();
    }

    @Test
    void theIdOfAPublicPostShowsAfterModeration() {
        client.settings("{\"moderationDelay\":\"PT1H\"}");
        client.put(begun.upload(), media, 0, BORDER);
        client.put(begun.upload(), media, BORDER, media.length);

        assertThat(client.state(begun.publishId()).toString())
                .isEqualTo("{\"status\":\"PUBLISH_COMPLETE\",\"uploaded_bytes\":%d}".formatted(media.length));
    }

    @Test
    void aPublicationCanBeCancelledBeforeItsLastByte() {
        String publication = "{\"publish_id\":\"%s\"}".formatted(begun.publishId());
        assertThat(code(client.call("post/publish/cancel/", publication))).isEqualTo("ok");

        assertThat(client.state(begun.publishId()).path("fail_reason").asText()).isEqualTo("publish_cancelled");
        assertThat(client.put(begun.upload(), media, 0, BORDER).statusCode()).isEqualTo(404);
    }

    @Test
    void aPlanThatFailsOneReadingIsRefused() {
        var refused = client.init("SELF_ONLY", 94_000_000, 64_000_000, 1);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"code\":\"invalid_param\"", "The chunk size is invalid");
    }
}
