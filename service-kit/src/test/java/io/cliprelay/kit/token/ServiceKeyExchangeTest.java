package io.cliprelay.kit.token;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.MountedSecret;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The key between services is exchanged, in the two steps that operators are told, while they ask each other. */
@QuarkusTest
@TestProfile(ServiceKeyExchangeTest.KeysInASecret.class)
@QuarkusTestResource(LocalStackResource.class)
class ServiceKeyExchangeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KEYS = "keys";
    private static final String SERVICE = "kit";

    @Inject
    ServiceKeysConfig config;

    @Inject
    ServiceTokens service;

    /** A Secret with one key, mounted as by a cluster and looked at often, of a service that wants tokens. */
    public static class KeysInASecret implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Path folder = Path.of("target", "service-keys-" + UUID.randomUUID()).toAbsolutePath();
            Path file = MountedSecret.at(folder).exchange(Map.of(KEYS, key())).file(KEYS);
            return Map.of(
                    "cliprelay.service-keys.file",
                    file.toString(),
                    "cliprelay.service-keys.audience",
                    SERVICE,
                    "cliprelay.secrets.look",
                    "50ms");
        }
    }

    @Test
    void nobodyIsRefusedMeanwhileAndTheOldKeyEnds() throws Exception {
        String before = Files.readString(config.file().orElseThrow());
        String after = key();
        ServiceTokens old = holderOf(before);
        ServiceTokens renewed = holderOf(after);
        assertThat(asking(old)).isEqualTo(200);
        assertThat(asking(renewed)).isEqualTo(401);

        // The new one is believed, and not yet used: others may not have it.
        exchange(after + "\n" + before);
        await().atMost(PATIENCE).until(() -> asking(renewed) == 200);
        assertThat(asking(old)).isEqualTo(200);
        assertThat(old.holds(service.mint("another"), "another")).isTrue();

        exchange(before + "\n" + after);
        await().atMost(PATIENCE).until(() -> renewed.holds(service.mint("another"), "another"));
        assertThat(asking(old)).isEqualTo(200);

        exchange(after);
        await().atMost(PATIENCE).until(() -> asking(old) == 401);
        assertThat(asking(renewed)).isEqualTo(200);
    }

    private void exchange(String keys) {
        MountedSecret.at(config.file().orElseThrow().getParent()).exchange(Map.of(KEYS, keys));
    }

    private static int asking(ServiceTokens gateway) {
        return given().header("Authorization", "Bearer " + gateway.mint(SERVICE))
                .get("/fail/not-at-all")
                .statusCode();
    }

    private static ServiceTokens holderOf(String key) {
        return new ServiceTokens(new Only(key), Clock.systemUTC());
    }

    private static String key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Another service, that has this key alone. */
    private record Only(String key) implements ServiceKeysConfig {
        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public Optional<String> value() {
            return Optional.of(key);
        }

        @Override
        public Duration lifetime() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Optional<String> audience() {
            return Optional.empty();
        }
    }
}
