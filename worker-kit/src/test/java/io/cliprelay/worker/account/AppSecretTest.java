package io.cliprelay.worker.account;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.MountedSecret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The secret of the OAuth client is exchanged while the worker runs. */
@QuarkusTest
@TestProfile(AppSecretTest.InAMountedSecret.class)
@QuarkusTestResource(LocalStackResource.class)
class AppSecretTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SECRET = "client-secret";

    @Inject
    AppSecret secret;

    @Inject
    OidcClients clients;

    @Inject
    AppSecretConfig config;

    /** A Secret, mounted as by a cluster and looked at often, that does not hold this one yet. */
    public static class InAMountedSecret implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Path folder =
                    Path.of("target", "worker-config-" + UUID.randomUUID()).toAbsolutePath();
            Path file =
                    MountedSecret.at(folder).exchange(Map.of("another", "key")).file(SECRET);
            return Map.of("cliprelay.worker.client-secret.file", file.toString(), "cliprelay.secrets.look", "50ms");
        }
    }

    @Test
    void aNewSecretIsUsedOnceThePlatformRefusesTheOldOne() throws Exception {
        assertThat(secret.current()).isEqualTo("paper-secret");
        try (TokenEndpoint endpoint = TokenEndpoint.open();
                OidcClient client = client(endpoint)) {
            endpoint.secret("paper-secret");
            assertThat(refresh(client, "refresh-0")).isEqualTo("access-1");

            exchange("another-secret");
            endpoint.secret("another-secret");

            assertThat(refresh(client, "refresh-1")).isEqualTo("access-2");

            exchange("a-third-secret");
            endpoint.secret("a-third-secret");

            assertThat(refresh(client, "refresh-2")).isEqualTo("access-3");
        }
    }

    private void exchange(String another) {
        MountedSecret.at(config.file().orElseThrow().getParent()).exchange(Map.of(SECRET, another + "\n"));
        await().atMost(PATIENCE).until(() -> secret.current().equals(another));
    }

    private static String refresh(OidcClient client, String token) {
        return client.refreshTokens(token).await().atMost(PATIENCE).getAccessToken();
    }

    /** As every worker's, by the settings that they have in common. */
    private OidcClient client(TokenEndpoint endpoint) {
        return clients.newClient(OidcClientConfig.tokenPath(endpoint.url())
                        .id(UUID.randomUUID().toString())
                        .clientId("client")
                        .credentials()
                        .clientSecret()
                        .method(Method.POST)
                        .provider(AppSecret.KEY, AppSecret.NAME)
                        .endCredentials()
                        .discoveryEnabled(false)
                        .grant(OidcClientConfig.Grant.Type.REFRESH)
                        .build())
                .await()
                .atMost(PATIENCE);
    }
}
