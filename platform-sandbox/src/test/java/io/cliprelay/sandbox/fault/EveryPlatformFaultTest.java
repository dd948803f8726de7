package io.cliprelay.sandbox.fault;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What can go wrong on one platform can on every other. */
@QuarkusTest
class EveryPlatformFaultTest {

    @TestHTTPResource("/")
    URI root;

    private SandboxClient client;

    /** A call that succeeds on each platform, and how a token that is dead is refused there. */
    enum Reading {
        YOUTUBE("youtube", "channels-list", "/youtube/v3/channels?part=id&mine=true", 401),
        INSTAGRAM("instagram", "media-list", "/facebook-login/v25.0/17841400000000001/media", 400),
        TIKTOK("tiktok", "user-info", "/tiktok/v2/user/info/?fields=open_id", 401),
        LINKEDIN("linkedin", "user-info", "/linkedin/v2/userinfo", 401);

        private final String platform;
        private final String operation;
        private final String path;
        private final int deadToken;

        Reading(String platform, String operation, String path, int deadToken) {
            this.platform = platform;
            this.operation = operation;
            this.path = path;
            this.deadToken = deadToken;
        }
    }

    @BeforeEach
    void reset() {
        client = SandboxClient.fresh(root);
    }

    @ParameterizedTest
    @EnumSource
    void aServerErrorHitsOnlyTheNthCalls(Reading reading) {
        fault(reading, "\"nth\":2,\"times\":2,", "{\"type\":\"status\",\"status\":503}");
        String token = token(reading);

        assertThat(status(reading, token)).isEqualTo(200);
        assertThat(status(reading, token)).isEqualTo(503);
        assertThat(status(reading, token)).isEqualTo(503);
        assertThat(status(reading, token)).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void tooManyRequestsComeWithOrWithoutTheTimeToWait(Reading reading) {
        fault(reading, "", "{\"type\":\"status\",\"status\":429,\"retryAfter\":7}");
        fault(reading, "", "{\"type\":\"status\",\"status\":429}");
        String token = token(reading);

        var withTime = call(reading, token);
        var without = call(reading, token);

        assertThat(withTime.statusCode()).isEqualTo(429);
        assertThat(withTime.headers().firstValue("Retry-After")).contains("7");
        assertThat(without.statusCode()).isEqualTo(429);
        assertThat(without.headers().firstValue("Retry-After")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theConnectionIsCutBeforeOrAfterTheEffect(Reading reading) {
        String token = token(reading);
        // More often than once, because the client repeats a GET by itself.
        for (String cut : new String[] {"cut-before-effect", "cut-after-effect"}) {
            fault(reading, "\"times\":9,", "{\"type\":\"" + cut + "\"}");
            assertThatThrownBy(() -> call(reading, token)).isInstanceOf(UncheckedIOException.class);
            client.admin("DELETE", "/sandbox/faults", "");
        }
        assertThat(status(reading, token)).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerComesLate(Reading reading) {
        fault(reading, "", "{\"type\":\"delay\",\"millis\":200}");
        String token = token(reading);
        long start = System.nanoTime();

        assertThat(status(reading, token)).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThan(190_000_000);
    }

    @ParameterizedTest
    @EnumSource
    void anAccessTokenDiesInTheMiddle(Reading reading) {
        fault(reading, "\"nth\":2,", "{\"type\":\"revoke-access-token\"}");
        String token = token(reading);

        assertThat(status(reading, token)).isEqualTo(200);
        assertThat(status(reading, token)).isEqualTo(reading.deadToken);
        assertThat(status(reading, token)).isEqualTo(reading.deadToken);
    }

    @ParameterizedTest
    @EnumSource
    void anAccessTokenExpiresWhenItsTimeHasCome(Reading reading) {
        String token = token(reading);
        assertThat(status(reading, token)).isEqualTo(200);

        client.admin("POST", "/sandbox/clock", "{\"advance\":\"P400D\"}");

        assertThat(status(reading, token)).isEqualTo(reading.deadToken);
    }

    @ParameterizedTest
    @EnumSource
    void aRuleForOneAccountLeavesTheOthersAlone(Reading reading) {
        fault(reading, "\"account\":\"another\",", "{\"type\":\"status\",\"status\":503}");

        assertThat(status(reading, token(reading))).isEqualTo(200);
        fault(reading, "\"account\":\"demo\",", "{\"type\":\"status\",\"status\":503}");
        assertThat(status(reading, token(reading))).isEqualTo(503);
    }

    @ParameterizedTest
    @EnumSource
    void theJournalNamesPlatformOperationAccountAndStatus(Reading reading) {
        status(reading, token(reading));

        JsonNode calls = client.admin(
                "/sandbox/requests?platform=" + reading.platform + "&operation=" + reading.operation + "&account=demo");

        assertThat(calls).hasSize(1);
        assertThat(calls.at("/0/status").asInt()).isEqualTo(200);
        assertThat(calls.at("/0/path").asText()).isEqualTo(reading.path.replaceAll("\\?.*", ""));
        assertThat(client.admin("/sandbox/requests?platform=" + reading.platform + "&account=another"))
                .isEmpty();
    }

    @Test
    void callsStandInTheJournalInTheirOrder() {
        for (Reading reading : Reading.values()) {
            status(reading, token(reading));
        }

        assertThat(client.admin("/sandbox/requests").findValuesAsText("number"))
                .isSortedAccordingTo((a, b) -> Long.compare(Long.parseLong(a), Long.parseLong(b)));
        assertThat(client.admin("/sandbox/requests").findValuesAsText("platform"))
                .contains("youtube", "instagram", "tiktok", "linkedin");
    }

    private void fault(Reading reading, String which, String action) {
        var added = client.admin(
                "POST",
                "/sandbox/faults",
                "{\"platform\":\"%s\",\"operation\":\"%s\",%s\"action\":%s}"
                        .formatted(reading.platform, reading.operation, which, action));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    }

    private String token(Reading reading) {
        return switch (reading) {
            case YOUTUBE -> client.accessToken();
            case INSTAGRAM -> "sandbox-facebook-demo";
            case LINKEDIN -> "sandbox-access-demo";
            case TIKTOK ->
                json(client.form(
                                "/tiktok/v2/oauth/token/",
                                Map.of(
                                        "grant_type", "refresh_token",
                                        "client_key", "cliprelay-sandbox",
                                        "client_secret", "sandbox-secret",
                                        "refresh_token", latestTikTokToken())))
                        .get("access_token")
                        .asText();
        };
    }

    /** A refresh token there lives only until it is used. */
    private String latestTikTokToken() {
        return json(client.admin("POST", "/sandbox/accounts/tiktok", "{\"name\":\"demo\"}"))
                .get("token")
                .asText();
    }

    private int status(Reading reading, String token) {
        return call(reading, token).statusCode();
    }

    private HttpResponse<String> call(Reading reading, String token) {
        return client.send(
                HttpRequest.newBuilder(root.resolve(reading.path)).header("Authorization", "Bearer " + token));
    }
}
