package io.cliprelay.gateway.bearer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.cliprelay.gateway.GatewayStack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** With tokens that a real Keycloak issues: {@code ./mvnw verify -Pkeycloak}. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
@TestProfile(KeycloakTest.WithKeycloak.class)
@EnabledIfSystemProperty(named = KeycloakServer.HOME, matches = ".+", disabledReason = "needs -Pkeycloak")
class KeycloakTest {

    /** A gateway that takes the tokens of a Keycloak. */
    public static class WithKeycloak implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeycloakServer.class));
        }
    }

    @TestHTTPResource("/")
    URI gateway;

    @Test
    void aTokenOpensWhatItsRolesAllowForItsTenant() {
        String admin = token("acme-studio", "alice");
        String key = given().header("Authorization", "Bearer " + admin)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "made by alice", "scopes", List.of("read")))
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key.id");

        ask("/v1/keys", admin).then().statusCode(200).body("items.id", hasItem(key));
        ask("/v1/keys", token("globex-studio", "alice")).then().statusCode(200).body("items.id", not(hasItem(key)));
        ask("/v1/clips", token("acme-studio", "bob")).then().statusCode(200);
        ask("/v1/keys", token("acme-studio", "bob"))
                .then()
                .statusCode(403)
                .body("code", equalTo("access.scope-missing"));
        ask("/v1/clips", token("acme-studio", "carol")).then().statusCode(403);
    }

    @Test
    void aTokenForAnotherProgramOrWithAnotherSignatureIsNone() {
        assertUnknown(token("elsewhere", "alice"));
        String sound = token("acme-studio", "alice");
        assertUnknown(sound.substring(0, sound.lastIndexOf('.') + 1) + "AAAA");
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/v1/events"))
                .header("Authorization", "Bearer " + token("acme-hurry", "bob"))
                .timeout(Duration.ofSeconds(60))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> whole = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(whole.body()).contains("ready").contains("stream.access-ended");
        }
    }

    private static void assertUnknown(String token) {
        ask("/v1/clips", token).then().statusCode(401).body("code", equalTo("access.key-unknown"));
    }

    private static Response ask(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }

    private static String token(String client, String user) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("username", user)
                .formParam("password", user)
                .post(ConfigProvider.getConfig().getValue("test.keycloak.tokens", String.class))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
