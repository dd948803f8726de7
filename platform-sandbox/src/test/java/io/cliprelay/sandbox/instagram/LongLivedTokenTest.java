package io.cliprelay.sandbox.instagram;

import java.net.URI;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class LongLivedTokenTest {

    private static final String REFRESH =
            "/instagram-login/refresh_access_token?grant_type=ig_refresh_token&access_token=";
    private static final String EXCHANGE =
            "/facebook-login/v25.0/oauth/access_token?grant_type=fb_exchange_token&client_id=cliprelay-sandbox";

    @TestHTTPResource("/")
    URI root;

    private GraphClient graph;

    @BeforeEach
    void reset() {
        graph = GraphClient.fresh(root);
    }

    @Test
    void aTokenOfInstagramLoginIsRefreshedOnceItIsADayOldAndIsDeadThen() {
        var granted = graph.get(REFRESH + "sandbox-instagram-demo");

        assertThat(granted.body().path("expires_in").asLong()).isEqualTo(5_184_000);
        String young = granted.body().path("access_token").asText();
        assertThat(graph.get(REFRESH + young).code()).isEqualTo(100);
        assertThat(graph.get(REFRESH + "sandbox-instagram-demo").code()).isEqualTo(190);
        assertThat(graph.get("/instagram-login/v25.0/me?access_token=" + young).status())
                .isEqualTo(200);
    }

    @Test
    void aTokenOfFacebookLoginIsExchangedWithTheAppsSecret() {
        String exchange = EXCHANGE + "&fb_exchange_token=sandbox-facebook-demo&client_secret=";

        assertThat(graph.get(exchange + "wrong").code()).isEqualTo(100);
        assertThat(graph.get(exchange + "sandbox-secret")
                        .body()
                        .path("access_token")
                        .asText())
                .startsWith("EAA");
    }

    @Test
    void aTokenThatHasEndedIsOfNoUse() {
        graph.settings("{\"tokenLifetime\":\"PT0S\"}");
        String dead = graph.get(REFRESH + "sandbox-instagram-demo")
                .body()
                .path("access_token")
                .asText();

        var refused = graph.get("/instagram-login/v25.0/me?access_token=" + dead);

        assertThat(refused.code()).isEqualTo(190);
        assertThat(refused.subcode()).isEqualTo(463);
    }
}
