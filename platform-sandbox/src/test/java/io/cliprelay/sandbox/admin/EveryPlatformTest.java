package io.cliprelay.sandbox.admin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class EveryPlatformTest {

    @TestHTTPResource("/")
    URI root;

    private SandboxClient client;

    @BeforeEach
    void reset() {
        client = SandboxClient.fresh(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"youtube", "instagram", "tiktok", "linkedin"})
    void settingsAreChangedByNameAndComeBackWithAReset(String platform) {
        String path = "/sandbox/settings/" + platform;

        var changed = client.admin("PATCH", path, "{\"uploadBytesPerSecond\":77}");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(client.admin(path).get("uploadBytesPerSecond").asInt()).isEqualTo(77);
        assertThat(json(client.admin("PUT", path, "{\"nope\":1}"))
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/nope");
        client.admin("POST", "/sandbox/reset", "");
        assertThat(client.admin(path).get("uploadBytesPerSecond").asInt()).isZero();
    }

    @Test
    void aPlatformThatIsNotHereHasNoSettingsAndNoAccounts() {
        assertThat(client.admin("PATCH", "/sandbox/settings/vhs", "{}").statusCode())
                .isEqualTo(404);
        assertThat(client.admin("POST", "/sandbox/accounts/vhs", "{\"name\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"youtube", "instagram", "tiktok", "linkedin"})
    void anAccountIsOpenedAndItsTokenTold(String platform) {
        var opened = client.admin("POST", "/sandbox/accounts/" + platform, "{\"name\":\"second\"}");

        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(json(opened).get("id").asText()).isNotEmpty();
        assertThat(json(opened).get("token").asText()).startsWith("sandbox-").endsWith("-second");
        assertThat(accounts()).contains(platform + "/demo", platform + "/second");
        client.admin("POST", "/sandbox/reset", "");
        assertThat(accounts()).contains(platform + "/demo").doesNotContain(platform + "/second");
    }

    @Test
    void theClockIsSetBackByName() {
        client.admin("POST", "/sandbox/clock", "{\"advance\":\"PT24H\"}");

        var time = json(client.admin("POST", "/sandbox/clock", "{\"reset\":true}"));

        assertThat(time.get("ahead").asText()).isEqualTo("PT0S");
    }

    private List<String> accounts() {
        var names = new ArrayList<String>();
        client.admin("/sandbox/accounts")
                .forEach(account -> names.add(account.get("platform").asText() + "/"
                        + account.get("name").asText()));
        return names;
    }
}
