package io.cliprelay.sandbox.oauth;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class TokenTest {

    private static final Map<String, String> REFRESH = Map.of(
            "grant_type", "refresh_token",
            "client_id", "cliprelay-sandbox",
            "client_secret", "sandbox-secret",
            "refresh_token", "sandbox-refresh-demo");

    @TestHTTPResource("/")
    URI root;

    private SandboxClient client;

    @BeforeEach
    void reset() {
        client = SandboxClient.fresh(root);
    }

    @Test
    void refreshingGivesAnAccessTokenAndNoNewRefreshToken() {
        var body = json(client.token("sandbox-refresh-demo"));

        assertThat(body.get("access_token").asText()).startsWith("ya29.");
        assertThat(body.get("expires_in").asInt()).isEqualTo(3599);
        assertThat(body.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(body.get("scope").asText()).contains("https://www.googleapis.com/auth/youtube.upload");
        assertThat(body.has("refresh_token")).isFalse();
    }

    @Test
    void theClientMayAuthenticateByHttpBasic() {
        String pair =
                Base64.getEncoder().encodeToString("cliprelay-sandbox:sandbox-secret".getBytes(StandardCharsets.UTF_8));
        var response = client.form(
                "/oauth2/token",
                Map.of("grant_type", "refresh_token", "refresh_token", "sandbox-refresh-demo"),
                "Authorization",
                "Basic " + pair);

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void refusalsAreThoseOfTheRealEndpoint() {
        assertRefused(with("refresh_token", "nope"), 400, "invalid_grant", "Token has been expired or revoked.");
        assertRefused(with("client_id", "nope"), 401, "invalid_client", "The OAuth client was not found.");
        assertRefused(with("client_secret", "nope"), 401, "invalid_client", "Unauthorized");
        assertRefused(with("grant_type", "password"), 400, "unsupported_grant_type", "Invalid grant_type");
        assertRefused(with("refresh_token", ""), 400, "invalid_request", "Missing required parameter: refresh_token");
    }

    @Test
    void anExpiredAccessTokenIsRefusedInTheWordsOfTheRealApi() {
        client.settings("{\"accessTokenLifetime\":\"PT0S\"}");
        client.refreshToken("sandbox-refresh-demo");

        var refused = client.api("/youtube/v3/channels?part=id&mine=true");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"");
        assertThat(json(refused).at("/error/status").asText()).isEqualTo("UNAUTHENTICATED");
        assertThat(json(refused).at("/error/errors/0/reason").asText()).isEqualTo("authError");
    }

    @Test
    void revokingARefreshTokenKillsItsAccessTokensToo() {
        var revoked = client.form("/oauth2/revoke", Map.of("token", "sandbox-refresh-demo"));

        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(client.api("/youtube/v3/channels?part=id&mine=true").statusCode())
                .isEqualTo(401);
        assertThat(client.token("sandbox-refresh-demo").statusCode()).isEqualTo(400);
        assertThat(client.form("/oauth2/revoke", Map.of("token", "nope")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aConsentGivesACodeThatBuysARefreshTokenOnce() {
        String code = code("access_type=offline");
        var bought = exchange(code, Map.of());

        assertThat(bought.statusCode()).isEqualTo(200);
        String refreshToken = json(bought).get("refresh_token").asText();
        assertThat(client.token(refreshToken).statusCode()).isEqualTo(200);
        assertThat(exchange(code, Map.of()).statusCode()).isEqualTo(400);
    }

    @Test
    void withoutOfflineAccessThereIsNoRefreshToken() {
        assertThat(json(exchange(code("access_type=online"), Map.of())).has("refresh_token"))
                .isFalse();
    }

    @Test
    void aCodeWithAChallengeNeedsItsVerifier() {
        // The example of RFC 7636, appendix B.
        String challenge = "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

        assertThat(exchange(code(challenge), Map.of()).statusCode()).isEqualTo(400);
        var verifier = Map.of("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assertThat(exchange(code(challenge), verifier).statusCode()).isEqualTo(200);
    }

    @Test
    void aConsentForAnotherAddressIsRefused() {
        var refused = exchange(code(""), Map.of("redirect_uri", "http://127.0.0.1/elsewhere"));

        assertThat(json(refused).get("error").asText()).isEqualTo("redirect_uri_mismatch");
    }

    private String code(String more) {
        var redirect = client.send(HttpRequest.newBuilder(
                root.resolve("/oauth2/authorize?client_id=cliprelay-sandbox&response_type=code&state=s1"
                        + "&scope=youtube.upload&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback&" + more)));
        assertThat(redirect.statusCode()).isEqualTo(302);
        String location = redirect.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("http://127.0.0.1/back?code=").contains("state=s1");
        var code = Pattern.compile("code=([^&]+)").matcher(location);
        assertThat(code.find()).isTrue();
        return URLDecoder.decode(code.group(1), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> exchange(String code, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", "cliprelay-sandbox",
                "client_secret", "sandbox-secret",
                "redirect_uri", "http://127.0.0.1/back",
                "code", code));
        form.putAll(more);
        return client.form("/oauth2/token", form);
    }

    private static Map<String, String> with(String field, String value) {
        var form = new HashMap<>(REFRESH);
        form.put(field, value);
        return form;
    }

    private void assertRefused(Map<String, String> form, int status, String error, String description) {
        var response = client.form("/oauth2/token", form);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).get("error").asText()).isEqualTo(error);
        assertThat(json(response).get("error_description").asText()).isEqualTo(description);
    }
}
