package io.cliprelay.sandbox.fault;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.BLOCK;
import static io.cliprelay.sandbox.SandboxClient.METADATA;
import static io.cliprelay.sandbox.SandboxClient.json;
import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.SandboxClient.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class FaultTest {

    @TestHTTPResource("/")
    URI root;

    private final byte[] media = media(4 * BLOCK);
    private SandboxClient client;
    private URI session;

    @BeforeEach
    void openSession() {
        client = SandboxClient.fresh(root);
        session = client.open(media.length);
    }

    @Test
    void aStatusComesWithItsBodyAndHeadersAndWithoutEffect() {
        client.fault(
                "upload-chunk",
                "{\"type\":\"status\",\"status\":503,\"body\":\"<html>busy</html>\",\"headers\":{\"Retry-After\":\"7\"}}");

        var refused = client.putWhole(session, media);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).isEqualTo("<html>busy</html>");
        assertThat(refused.headers().firstValue("Retry-After")).contains("7");
        assertThat(stored()).isZero();
        assertThat(client.putWhole(session, media).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "videoUploadsPerDay, 429, rateLimitExceeded",
        "rateLimitExceeded, 429, rateLimitExceeded",
        "quotaExceeded, 403, quotaExceeded",
        "uploadLimitExceeded, 400, uploadLimitExceeded",
        "youtubeSignupRequired, 401, youtubeSignupRequired",
        "alreadyExists, 409, alreadyExists",
        "backendError, 503, backendError",
        "channelSuspended, 403, channelSuspended"
    })
    void everyErrorOfThePlatformCanBeHadByItsReason(String row, int status, String reason) {
        client.fault("session-start", "{\"type\":\"status\",\"reason\":\"" + row + "\"}");

        var refused = client.start(METADATA, 1000);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(reason(refused)).isEqualTo(reason);
        assertThat(json(refused).at("/error/code").asInt()).isEqualTo(status);
    }

    @Test
    void aDelayHoldsTheAnswerBack() {
        client.fault("videos-list", "{\"type\":\"delay\",\"millis\":300}");
        client.fault("upload-query", "{\"type\":\"delay\",\"millis\":300}");

        assertThat(timed(() -> client.api("/youtube/v3/videos?part=id&id=x"))).isGreaterThan(Duration.ofMillis(290));
        assertThat(timed(this::stored)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void aThrottleSlowsOneRequestDown() {
        client.fault("upload-chunk", "{\"type\":\"throttle\",\"bytesPerSecond\":2000000}");

        assertThat(timed(() -> client.putWhole(session, media))).isGreaterThan(Duration.ofMillis(450));
    }

    @Test
    void theSettingsThrottleEveryUpload() {
        client.settings("{\"uploadBytesPerSecond\":2000000}");

        assertThat(timed(() -> client.put(session, media, 0, 2 * BLOCK))).isGreaterThan(Duration.ofMillis(200));
        assertThat(timed(() -> client.put(session, media, 2 * BLOCK, media.length)))
                .isGreaterThan(Duration.ofMillis(200));
        assertThat(client.admin("/sandbox/posts")).hasSize(1);
    }

    @Test
    void aCutBeforeTheEffectKeepsTheBlocksThatCame() {
        client.fault("upload-chunk", "{\"type\":\"cut-before-effect\",\"afterBytes\":600000}");

        assertThatThrownBy(() -> client.putWhole(session, media)).isInstanceOf(UncheckedIOException.class);

        assertThat(stored()).isEqualTo(2 * BLOCK);
        assertThat(client.put(session, media, 2 * BLOCK, media.length).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aCutAtTheLastByteBeforeTheEffectLeavesTheUploadIncomplete() {
        client.fault("upload-chunk", "{\"type\":\"cut-before-effect\",\"afterBytes\":" + media.length + "}");

        assertThatThrownBy(() -> client.putWhole(session, media)).isInstanceOf(UncheckedIOException.class);

        assertThat(stored()).isEqualTo(3 * BLOCK);
        assertThat(client.admin("/sandbox/posts")).isEmpty();
    }

    @Test
    void aCutAfterTheEffectLosesOnlyTheAnswer() {
        client.fault("upload-chunk", "{\"type\":\"cut-after-effect\"}");

        assertThatThrownBy(() -> client.putWhole(session, media)).isInstanceOf(UncheckedIOException.class);

        assertThat(client.admin("/sandbox/posts")).hasSize(1);
        var asked = client.query(session, media.length);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(json(asked).get("id").asText())
                .isEqualTo(client.admin("/sandbox/posts").at("/0/id").asText());
    }

    @Test
    void aCutAfterTheEffectOfAStartLeavesAnOrphanSession() {
        client.fault("session-start", "{\"type\":\"cut-after-effect\"}");

        assertThatThrownBy(() -> client.open(1000)).isInstanceOf(UncheckedIOException.class);

        assertThat(client.admin("/sandbox/stats")
                        .at("/platforms/youtube/sessionsOpened")
                        .asInt())
                .isEqualTo(2);
        assertThat(client.admin("/sandbox/posts")).isEmpty();
    }

    @Test
    void lessThanWasSentMayBeStored() {
        client.fault("upload-chunk", "{\"type\":\"store-less\",\"bytes\":600000}");

        assertThat(client.putWhole(session, media).statusCode()).isEqualTo(308);
        assertThat(stored()).isEqualTo(2 * BLOCK);
        assertThat(client.put(session, media, 2 * BLOCK, media.length).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aForgottenSessionIsNotFoundFromThenOn() {
        client.fault("upload-query", "{\"type\":\"forget-session\"}");

        assertThat(client.query(session, media.length).statusCode()).isEqualTo(404);
        assertThat(client.putWhole(session, media).statusCode()).isEqualTo(404);
    }

    @Test
    void aRevokedAccessTokenIsRefusedUntilItIsRefreshed() {
        client.fault("upload-chunk", "{\"type\":\"revoke-access-token\"}");

        assertThat(client.putWhole(session, media).statusCode()).isEqualTo(401);
        client.refreshToken("sandbox-refresh-demo");
        assertThat(client.putWhole(session, media).statusCode()).isEqualTo(201);
    }

    @Test
    void aRevokedRefreshTokenNeedsANewConsent() {
        client.fault("token", "{\"type\":\"revoke-refresh-token\"}");

        var refused = client.token("sandbox-refresh-demo");

        assertThat(json(refused).get("error").asText()).isEqualTo("invalid_grant");
        assertThat(client.query(session, media.length).statusCode()).isEqualTo(401);
    }

    @Test
    void aRuleMayNameTheNthCallItsNumberAndATitle() {
        client.admin("POST", "/sandbox/faults", """
                {"operation":"upload-query","nth":2,"times":2,"title":"A cl","action":{"type":"status","status":500}}""");
        client.admin("POST", "/sandbox/faults", """
                {"operation":"upload-query","title":"another","action":{"type":"status","status":501}}""");

        assertThat(queryStatus()).isEqualTo(308);
        assertThat(queryStatus()).isEqualTo(500);
        assertThat(queryStatus()).isEqualTo(500);
        assertThat(queryStatus()).isEqualTo(308);
        var rules = client.admin("/sandbox/faults");
        assertThat(rules.at("/0/left").asInt()).isZero();
        assertThat(rules.at("/1/left").asInt()).isEqualTo(1);
    }

    @Test
    void rulesCanBeTakenBack() {
        client.fault("upload-query", "{\"type\":\"status\",\"status\":500}");
        String id = client.admin("/sandbox/faults").at("/0/id").asText();

        assertThat(client.admin("DELETE", "/sandbox/faults/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(client.admin("DELETE", "/sandbox/faults/" + id, "").statusCode())
                .isEqualTo(404);
        client.fault("upload-query", "{\"type\":\"status\",\"status\":500}");
        client.admin("DELETE", "/sandbox/faults", "");

        assertThat(queryStatus()).isEqualTo(308);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"operation\":\"nope\",\"action\":{\"type\":\"forget-session\"}} | /operation | upload-chunk",
                "{\"operation\":\"token\"} | /action | object",
                "{\"operation\":\"token\",\"action\":{\"type\":\"explode\"}} | /action/type | cut-after-effect",
                "{\"operation\":\"token\",\"action\":{\"type\":\"delay\"}} | /action/millis | whole number",
                "{\"operation\":\"token\",\"action\":{\"type\":\"throttle\",\"bytesPerSecond\":9}} | /action/type | upload-chunk",
                "{\"operation\":\"token\",\"times\":0,\"action\":{\"type\":\"cut-after-effect\"}} | /times | whole number",
                "{\"operation\":\"token\",\"count\":1,\"action\":{\"type\":\"cut-after-effect\"}} | /count | nth",
                "{\"operation\":\"token\",\"platform\":\"vhs\",\"action\":{\"type\":\"cut-after-effect\"}} | /platform | youtube",
                "{\"operation\":\"session-start\",\"action\":{\"type\":\"rejection\",\"reason\":\"x\"}} | /action/reason | copyright",
                "{\"operation\":\"token\",\"action\":{\"type\":\"status\"}} | /action/status | HTTP status"
            })
    void aRuleThatCannotBeIsRefusedWithFieldAndCure(String rule, String pointer, String cure) {
        var refused = client.admin("POST", "/sandbox/faults", rule);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).contains("application/problem+json");
        assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(json(refused).get("detail").asText()).contains(cure);
        assertThat(client.admin("/sandbox/faults")).isEmpty();
    }

    private int queryStatus() {
        return client.query(session, media.length).statusCode();
    }

    private long stored() {
        return client.query(session, media.length)
                .headers()
                .firstValue("Range")
                .map(range -> Long.parseLong(range.substring("bytes=0-".length())) + 1)
                .orElse(0L);
    }

    private static Duration timed(Runnable step) {
        long start = System.nanoTime();
        step.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
