package io.cliprelay.sandbox.youtube;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.stream.Stream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.METADATA;
import static io.cliprelay.sandbox.SandboxClient.json;
import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.SandboxClient.reason;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class SessionStartTest {

    @TestHTTPResource("/")
    URI root;

    private SandboxClient client;

    @BeforeEach
    void reset() {
        client = SandboxClient.fresh(root);
    }

    @Test
    void answersWithTheSessionsAddressUnderTheHostThatWasCalled() {
        var started = client.start(METADATA, 1000);

        assertThat(started.statusCode()).isEqualTo(200);
        assertThat(started.body()).isEmpty();
        assertThat(started.headers().firstValue("Location").orElseThrow())
                .startsWith("http://" + root.getAuthority() + "/upload/youtube/v3/videos?part=snippet%2Cstatus")
                .contains("upload_id=");
        assertThat(started.headers().firstValue("X-GUploader-UploadID")).isPresent();
    }

    static Stream<Arguments> refusedMetadata() {
        return Stream.of(
                Arguments.of(snippet("\"title\":\"\""), 400, "invalidTitle"),
                Arguments.of("{}", 400, "invalidTitle"),
                Arguments.of(snippet("\"title\":\"" + "x".repeat(101) + "\""), 400, "invalidTitle"),
                Arguments.of(snippet("\"title\":\"a > b\""), 400, "invalidTitle"),
                Arguments.of(more("\"description\":\"" + "é".repeat(2501) + "\""), 400, "invalidDescription"),
                Arguments.of(more("\"description\":\"<b>\""), 400, "invalidDescription"),
                Arguments.of(more("\"tags\":[\"" + "x".repeat(501) + "\"]"), 400, "invalidTags"),
                Arguments.of(more("\"categoryId\":\"999\""), 400, "invalidCategoryId"),
                Arguments.of(status("\"privacyStatus\":\"secret\""), 403, "forbiddenPrivacySetting"),
                Arguments.of(status("\"license\":\"mine\""), 403, "forbiddenLicenseSetting"),
                Arguments.of(status("\"publishAt\":\"2099-01-01T00:00:00Z\""), 400, "invalidPublishAt"),
                Arguments.of(
                        status("\"privacyStatus\":\"private\",\"publishAt\":\"2020-01-01T00:00:00Z\""),
                        400,
                        "invalidPublishAt"),
                Arguments.of(status("\"privacyStatus\":\"private\",\"publishAt\":\"soon\""), 400, "invalidPublishAt"),
                Arguments.of("{\"snippet\":", 400, "parseError"),
                Arguments.of("[]", 400, "parseError"));
    }

    @ParameterizedTest
    @MethodSource("refusedMetadata")
    void refusesMetadata(String metadata, int status, String reason) {
        assertRefused(client.start(metadata, 1000), status, reason);
        assertThat(client.admin("/sandbox/stats")
                        .at("/platforms/youtube/sessionsOpened")
                        .asInt())
                .isZero();
    }

    @Test
    void takesTheLongestTitleDescriptionAndTags() {
        var metadata = """
                {"snippet":{"title":"%s","description":"%s","tags":["%s","%s"]},"status":{"privacyStatus":"private",
                 "publishAt":"%s"}}""".formatted(
                        "𝄞".repeat(100),
                        "x".repeat(5000),
                        "x".repeat(248),
                        "y y" + "y".repeat(246),
                        Instant.now().plusSeconds(3600));

        assertThat(client.start(metadata, 1000).statusCode()).isEqualTo(200);
    }

    @Test
    void aVideoWithoutPrivacyIsPublic() {
        var session = URI.create(client.start("{\"snippet\":{\"title\":\"x\"}}", 10)
                .headers()
                .firstValue("Location")
                .orElseThrow());

        var done = client.putWhole(session, media(10));

        assertThat(json(done).at("/status/privacyStatus").asText()).isEqualTo("public");
    }

    @Test
    void everyVideoIsPrivateWhileTheSwitchIsOn() {
        client.settings("{\"forcePrivate\":true}");
        client.upload(media(10));

        assertThat(client.admin("/sandbox/posts").at("/0/privacy").asText()).isEqualTo("private");
    }

    @Test
    void refusesMediaThatIsNoVideoIsEmptyOrTooLarge() {
        assertRefused(client.start(METADATA, 0), 400, "mediaBodyRequired");
        assertRefused(client.start(METADATA, (256L << 30) + 1), 413, "uploadTooLarge");
        assertRefused(client.start("text/plain", METADATA, 1000), 400, "badContent");
    }

    @Test
    void refusesACallerWithoutTokenOrScope() {
        client.admin("POST", "/sandbox/channels", "{\"name\":\"reader\",\"scopes\":\"youtube.readonly\"}");
        client.refreshToken("sandbox-refresh-reader");

        assertRefused(client.start(METADATA, 1000), 403, "insufficientPermissions");
    }

    @Test
    void theHundredAndFirstUploadOfTheDayIsRefusedAsTheRealOneIs() {
        client.settings("{\"uploadsPerDay\":1}");
        client.open(1000);

        var refused = client.start(METADATA, 1000);

        assertRefused(refused, 429, "rateLimitExceeded");
        assertThat(json(refused).at("/error/message").asText()).contains("limit 'Video Uploads per day'");
    }

    @Test
    void aChannelHasALimitOfItsOwn() {
        client.settings("{\"channelUploadsPerDay\":1}");
        client.open(1000);
        assertRefused(client.start(METADATA, 1000), 400, "uploadLimitExceeded");

        client.admin("POST", "/sandbox/channels", "{\"name\":\"other\"}");
        client.refreshToken("sandbox-refresh-other");
        assertThat(client.start(METADATA, 1000).statusCode()).isEqualTo(200);
    }

    @Test
    void unitsOfOtherCallsRunOutToo() {
        client.settings("{\"unitsPerDay\":1}");
        client.api("/youtube/v3/channels?part=id&mine=true");

        assertRefused(client.api("/youtube/v3/channels?part=id&mine=true"), 403, "quotaExceeded");
    }

    private static String snippet(String fields) {
        return "{\"snippet\":{" + fields + "}}";
    }

    private static String more(String fields) {
        return snippet("\"title\":\"x\"," + fields);
    }

    private static String status(String fields) {
        return "{\"snippet\":{\"title\":\"x\"},\"status\":{" + fields + "}}";
    }

    private static void assertRefused(HttpResponse<String> response, int status, String reason) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(reason(response)).isEqualTo(reason);
    }
}
