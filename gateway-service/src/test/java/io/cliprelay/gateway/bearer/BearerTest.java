package io.cliprelay.gateway.bearer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import org.junit.jupiter.api.Test;

import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.access.KeyedDoor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** With a provider that signs, in the same gateway that takes keys. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
@TestProfile(KeyedDoor.class)
class BearerTest {

    private static final String AUDIENCE = "cliprelay";

    @Test
    void aTokenOpensWhatItsRolesAllowForItsTenant() {
        String key = given().header("Authorization", "Bearer acme-key")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "seen by acme", "scopes", List.of("read")))
                .post("/v1/keys")
                .path("key.id");

        ask("/v1/keys", token("acme", AUDIENCE, in(60), "cliprelay-admin", "editor"))
                .then()
                .statusCode(200)
                .body("items.id", hasItem(key));
        ask("/v1/keys", token("globex", AUDIENCE, in(60), "cliprelay-admin"))
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(key)));
        ask("/v1/clips", token("acme", AUDIENCE, in(60), "cliprelay-read"))
                .then()
                .statusCode(200);
        ask("/v1/keys", token("acme", AUDIENCE, in(60), "cliprelay-read"))
                .then()
                .statusCode(403)
                .body("code", equalTo("access.scope-missing"));
        ask("/v1/clips", token("acme", AUDIENCE, in(60), "read")).then().statusCode(403);
    }

    @Test
    void aBodyArrivesThoughItsCallerIsAskedForFirst() {
        given().header("Authorization", "Bearer " + token("acme", AUDIENCE, in(60), "cliprelay-admin"))
                .contentType(ContentType.JSON)
                .body(Map.of("name", "made by token", "scopes", List.of("read")))
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .body("key.name", equalTo("made by token"));
    }

    @Test
    void aTokenThatDoesNotHoldIsRefused() {
        assertUnknown(token("acme", AUDIENCE, in(-60), "cliprelay-admin"));
        assertUnknown(token("acme", "another-program", in(60), "cliprelay-admin"));
        assertUnknown(token("", AUDIENCE, in(60), "cliprelay-admin"));
        String sound = token("acme", AUDIENCE, in(60), "cliprelay-admin");
        assertUnknown(sound.substring(0, sound.lastIndexOf('.') + 1) + "AAAA");
        assertUnknown("a.b.c");
    }

    private static void assertUnknown(String token) {
        ask("/v1/clips", token)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("access.key-unknown"));
    }

    private static Response ask(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }

    private static Instant in(int seconds) {
        return Instant.now().plus(Duration.ofSeconds(seconds));
    }

    private static String token(String tenant, String audience, Instant end, String... roles) {
        return Jwt.issuer("https://server.example.com")
                .subject("alice")
                .audience(audience)
                .issuedAt(end.minus(Duration.ofMinutes(5)))
                .expiresAt(end)
                .claim("tenant", tenant)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .jws()
                .keyId("1")
                .sign("privateKey.jwk");
    }
}
