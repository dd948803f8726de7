package io.cliprelay.gateway.key;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.access.KeyedDoor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
@TestProfile(KeyedDoor.class)
class KeysTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    AgroalDataSource database;

    @Test
    void aNewKeyOpensWhatItsScopesAllow() {
        Response made = make(Map.of("name", "reader", "scopes", List.of("read")));

        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("key.mode", equalTo("live"))
                .body("key.scopes", contains("read"));
        String secret = made.path("secret");
        assertThat(secret).matches("crk_live_[0-9A-Za-z]{40}").startsWith(made.<String>path("key.hint"));
        as(secret).get("/v1/clips").then().statusCode(200);
        as(secret)
                .contentType(ContentType.JSON)
                .body("{")
                .post("/v1/clips")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("access.scope-missing"))
                .body("detail", containsString("This needs the scope submit; the key has read."));
        as(secret).get("/v1/keys").then().statusCode(403);
    }

    @Test
    void aSecretIsShownOnceAndKeptNowhere() throws SQLException {
        String secret = make(Map.of("name", "once", "scopes", List.of("read", "submit")))
                .path("secret");

        String listed = as("acme-key").get("/v1/keys").asString();

        assertThat(listed).contains("once").doesNotContain(secret).doesNotContain("sha256");
        assertThat(rows()).contains("once").doesNotContain(secret);
        assertThat(new Secret(secret).toString()).isNotEqualTo(secret);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        Response made = make(Map.of("name", "short", "scopes", List.of("read")));
        String secret = made.path("secret");
        as(secret).get("/v1/clips").then().statusCode(200);

        revoke("acme-key", made.path("key.id")).then().statusCode(204);

        as(secret).get("/v1/clips").then().statusCode(401).body("code", equalTo("access.key-unknown"));
        revoke("acme-key", made.path("key.id")).then().statusCode(204);
        as("acme-key").get("/v1/keys").then().body("items.find { it.name == 'short' }.revokedAt", notNullValue());
    }

    @Test
    void anExpiredKeyIsRefused() {
        String secret = make(Map.of(
                        "name",
                        "brief",
                        "scopes",
                        List.of("read"),
                        "expiresAt",
                        Instant.now().plusSeconds(2).toString()))
                .path("secret");
        as(secret).get("/v1/clips").then().statusCode(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> as(secret).get("/v1/clips").then().statusCode(401));
    }

    @Test
    void itIsToldWhenAKeyWasLastUsed() {
        Response made = make(Map.of("name", "used", "scopes", List.of("read")));
        assertThat(made.<String>path("key.lastUsedAt")).isNull();

        as(made.path("secret")).get("/v1/clips").then().statusCode(200);

        await().atMost(PATIENCE).untilAsserted(() -> as("acme-key")
                .get("/v1/keys")
                .then()
                .body("items.find { it.name == 'used' }.lastUsedAt", notNullValue()));
    }

    @Test
    void aKeyOpensAlsoWhileItsUseCannotBeNoted() throws SQLException {
        Response made = make(Map.of("name", "stuck", "scopes", List.of("read")));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from api_key where id = '" + made.path("key.id") + "' for update");

            assertTimeoutPreemptively(
                    PATIENCE,
                    () -> as(made.path("secret")).get("/v1/clips").then().statusCode(200));
            connection.rollback();
        }
    }

    @Test
    void anotherTenantsKeyDoesNotExist() {
        String id = make(Map.of("name", "acme's", "scopes", List.of("read"))).path("key.id");

        as("globex-key").get("/v1/keys").then().body("items.id", not(hasItem(id)));
        revoke("globex-key", id).then().statusCode(404).body("code", equalTo("key.not-found"));
        revoke("globex-key", "no-id").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"scopes\":[\"read\"]}                                                        | 422 | /name",
                "{\"name\":\"a\"}                                                               | 422 | /scopes",
                "{\"name\":\"a\",\"scopes\":[\"read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}  | 422 | /expiresAt",
                "{\"name\":\"a\",\"scopes\":[\"read\"],\"expiresAt\":\"+999999999-12-31T23:59:59Z\"} | 422 | /expiresAt",
                "{\"name\":\"a\\u0000\",\"scopes\":[\"read\"]}                                   | 400 | /name",
                "{\"name\":\"a\",\"scopes\":[\"fly\"]}                                          | 400 | /scopes/0",
                "{\"name\":\"a\",\"scopes\":[\"read\"],\"tenant\":\"globex\"}                   | 400 | /tenant",
                "null                                                                          | 400 | ~~",
            })
    void aWishThatCannotBeIsRefusedByField(String body, int status, String pointer) {
        as("acme-key")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/keys")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    private String rows() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select string_agg(k::text, ' ') from api_key k")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Response make(Map<String, Object> wish) {
        return as("acme-key").contentType(ContentType.JSON).body(wish).post("/v1/keys");
    }

    private static Response revoke(String key, String id) {
        return as(key).delete("/v1/keys/" + id);
    }

    private static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
