package io.cliprelay.sandbox.tiktok;

import java.net.URI;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.json;
import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.tiktok.TikTokClient.code;
import static org.assertj.core.api.Assertions.assertThat;

/** Tokens, creators, caps. */
@QuarkusTest
class AccountTest {

    @TestHTTPResource("/")
    URI root;

    private TikTokClient client;

    @BeforeEach
    void login() {
        client = TikTokClient.fresh(root);
    }

    @Test
    void everyRefreshGivesANewRefreshTokenAndKillsTheOldOne() {
        assertThat(code(client.creatorInfo())).isEqualTo("ok");
        var dead = client.refresh("sandbox-refresh-demo");

        assertThat(dead.statusCode()).isEqualTo(400);
        assertThat(json(dead).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(json(dead).path("error_description").asText()).isEqualTo("Refresh token is invalid or expired.");
    }

    @Test
    void theNewRefreshTokenGivesTheNextPair() {
        JsonNode first = client.loginAnew();
        JsonNode second = client.login(first.path("refresh_token").asText());

        assertThat(second.path("expires_in").asLong()).isEqualTo(7200);
        assertThat(second.path("refresh_expires_in").asLong()).isEqualTo(15_552_000);
        assertThat(second.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(second.path("open_id").asText()).isNotBlank();
        assertThat(second.path("refresh_token").asText())
                .isNotEqualTo(first.path("refresh_token").asText());
        assertThat(code(client.creatorInfo())).isEqualTo("ok");
    }

    @Test
    void theFormWantsAClientKey() {
        var answer = client.form(
                "/tiktok/v2/oauth/token/",
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "cliprelay-sandbox",
                        "client_secret", "sandbox-secret",
                        "refresh_token", "sandbox-refresh-demo"));

        assertThat(json(answer).path("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    void aDeadRefreshTokenMayBeAnsweredWith200() {
        client.settings("{\"invalidGrantStatus\":200}");

        assertThat(client.refresh("sandbox-refresh-demo").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownAccessTokenIsRefused() {
        client.forgetToken();

        var answer = client.creatorInfo();
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("x-tt-logid"))
                .hasValue(json(answer).at("/error/log_id").asText());
        assertThat(json(answer).path("data").isEmpty()).isTrue();
        assertThat(code(answer)).isEqualTo("access_token_invalid");
    }

    @Test
    void theOptionsFollowTheAccount() {
        assertThat(options()).isEqualTo("[\"PUBLIC_TO_EVERYONE\",\"MUTUAL_FOLLOW_FRIENDS\",\"SELF_ONLY\"]");

        client.creator("demo", "{\"privateAccount\":true,\"duetDisabled\":true,\"maxDurationSeconds\":60}");

        assertThat(options()).isEqualTo("[\"FOLLOWER_OF_CREATOR\",\"MUTUAL_FOLLOW_FRIENDS\",\"SELF_ONLY\"]");
        JsonNode data = json(client.creatorInfo()).path("data");
        assertThat(data.path("duet_disabled").asBoolean()).isTrue();
        assertThat(data.path("max_video_post_duration_sec").asInt()).isEqualTo(60);
        assertThat(code(client.init("PUBLIC_TO_EVERYONE", 1000, 1000, 1))).isEqualTo("privacy_level_option_mismatch");
    }

    private String options() {
        return json(client.creatorInfo()).at("/data/privacy_level_options").toString();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, SELF_ONLY, ok",
        "true, false, PUBLIC_TO_EVERYONE, ok",
        "false, true, SELF_ONLY, ok",
        "false, false, SELF_ONLY, unaudited_client_can_only_post_to_private_accounts",
        "false, true, MUTUAL_FOLLOW_FRIENDS, unaudited_client_can_only_post_to_private_accounts",
    })
    void anUnauditedAppPostsOnlyPrivatelyToPrivateAccounts(
            boolean audited, boolean privateAccount, String privacy, String code) {
        client.settings("{\"audited\":%s}".formatted(audited));
        client.creator("demo", "{\"privateAccount\":%s}".formatted(privateAccount));

        assertThat(code(client.init(privacy, 1000, 1000, 1))).isEqualTo(code);
    }

    @Test
    void refusalsAboutTheCreatorComeWith200InAdvanceAnd403AtInit() {
        client.creator("demo", "{\"banned\":true}");

        assertThat(client.creatorInfo().statusCode()).isEqualTo(200);
        assertThat(code(client.creatorInfo())).isEqualTo("spam_risk_user_banned_from_posting");
        assertThat(client.init("SELF_ONLY", 1000, 1000, 1).statusCode()).isEqualTo(403);
    }

    @Test
    void theCapOfADayCountsPosts() {
        client.settings("{\"postsPerDay\":1}");
        byte[] media = media(1000);
        var first = client.begin(1000);
        var second = client.begin(1000);
        client.put(first.upload(), media, 0, 1000);

        assertThat(code(client.creatorInfo())).isEqualTo("spam_risk_too_many_posts");
        client.put(second.upload(), media, 0, 1000);
        assertThat(client.state(second.publishId()).path("fail_reason").asText())
                .isEqualTo("spam_risk_too_many_posts");
    }

    @Test
    void fiveDraftsMayWait() {
        for (int i = 0; i < 5; i++) {
            assertThat(code(client.inboxInit(1000))).isEqualTo("ok");
        }
        assertThat(code(client.inboxInit(1000))).isEqualTo("spam_risk_too_many_pending_share");
    }

    @Test
    void aDraftThatTheUserPostsFreesAPlaceAndShowsItsId() {
        client.settings("{\"pendingShares\":1}");
        byte[] media = media(1000);
        var draft = TikTokClient.begun(client.inboxInit(1000));
        client.put(draft.upload(), media, 0, 1000);
        client.http().admin("POST", "/sandbox/tiktok/publications/" + draft.publishId() + "/post", "");

        assertThat(client.state(draft.publishId()).path("status").asText()).isEqualTo("PUBLISH_COMPLETE");
        assertThat(code(client.inboxInit(1000))).isEqualTo("ok");
    }

    @Test
    void callsAreLimitedByTheMinuteForEachKind() {
        for (int i = 0; i < 6; i++) {
            assertThat(code(client.init("SELF_ONLY", 1000, 1000, 1))).isEqualTo("ok");
        }
        var limited = client.init("SELF_ONLY", 1000, 1000, 1);

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(code(limited)).isEqualTo("rate_limit_exceeded");
        assertThat(limited.headers().firstValue("Retry-After")).isEmpty();
        assertThat(code(client.creatorInfo())).isEqualTo("ok");
    }

    @Test
    void anotherCreatorsPublicationIsNotShown() {
        var begun = client.begin(1000);
        client.creator("other", "{}");
        client.login("sandbox-refresh-other");

        assertThat(code(client.status(begun.publishId()))).isEqualTo("token_not_authorized_for_specified_publish_id");
        assertThat(code(client.status("v_pub_file~v2-1.1"))).isEqualTo("invalid_publish_id");
    }

    @Test
    void aConsentThatIsRevokedTakesItsTokensAlong() {
        JsonNode pair = client.loginAnew();
        client.form(
                "/tiktok/v2/oauth/revoke/",
                Map.of(
                        "client_key", "cliprelay-sandbox",
                        "client_secret", "sandbox-secret",
                        "token", client.accessToken()));

        assertThat(code(client.creatorInfo())).isEqualTo("access_token_invalid");
        assertThat(client.refresh(pair.path("refresh_token").asText()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCodeIsRedeemedOnceWithTheVerifierThatFitsInHex() {
        String verifier = "v".repeat(43);
        String query = "?client_key=cliprelay-sandbox&response_type=code&scope=video.publish"
                + "&redirect_uri=http://localhost/back&state=s&code_challenge_method=S256&code_challenge="
                + SandboxClient.sha256(verifier.getBytes());
        String back = client.get("/tiktok/v2/auth/authorize/" + query)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String code =
                back.replaceAll(".*code=([^&]*)&.*", "$1").replace("%2A", "*").replace("%21", "!");
        var form = Map.of(
                "client_key", "cliprelay-sandbox",
                "client_secret", "sandbox-secret",
                "grant_type", "authorization_code",
                "redirect_uri", "http://localhost/back",
                "code_verifier", verifier,
                "code", code);

        assertThat(json(client.form("/tiktok/v2/oauth/token/", form))
                        .path("scope")
                        .asText())
                .isEqualTo("video.publish");
        assertThat(json(client.form("/tiktok/v2/oauth/token/", form))
                        .path("error")
                        .asText())
                .isEqualTo("invalid_grant");
    }
}
