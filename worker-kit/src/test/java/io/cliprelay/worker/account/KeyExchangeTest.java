package io.cliprelay.worker.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.MountedSecret;
import io.cliprelay.worker.account.seal.KeySettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The keys that credentials are sealed with are exchanged while the worker runs. */
@QuarkusTest
@TestProfile(KeyExchangeTest.KeysInASecret.class)
@QuarkusTestResource(LocalStackResource.class)
class KeyExchangeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KEYS = "sealing";

    @Inject
    KeySettings settings;

    @Inject
    ConnectedAccounts accounts;

    @Inject
    CredentialStore credentials;

    @Inject
    Pool pool;

    /** A Secret with one key, mounted as by a cluster and looked at often. */
    public static class KeysInASecret implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Path folder = Path.of("target", "worker-keys-" + UUID.randomUUID()).toAbsolutePath();
            Path file = MountedSecret.at(folder).exchange(Map.of(KEYS, key())).file(KEYS);
            return Map.of("cliprelay.worker.keys.file", file.toString(), "cliprelay.secrets.look", "50ms");
        }
    }

    @Test
    void aNewKeySealsWhatAnOlderOneSealedWithoutARestart() throws IOException {
        Path file = settings.file().orElseThrow();
        List<String> before = sealedBy();

        MountedSecret.at(file.getParent()).exchange(Map.of(KEYS, Files.readString(file) + "\n" + key()));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(sealedBy()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before));
        accounts.all().forEach(account -> assertThat(
                        credentials.of(account).await().atMost(PATIENCE).account())
                .isEqualTo(account));
    }

    /** Nobody else has the key in the file. */
    @AfterEach
    void forget() {
        pool.preparedQuery("delete from credential where account_id = any($1)")
                .execute(Tuple.of(ids()))
                .await()
                .atMost(PATIENCE);
    }

    private UUID[] ids() {
        return accounts.all().stream().map(ConnectedAccount::id).toArray(UUID[]::new);
    }

    private List<String> sealedBy() {
        return StreamSupport.stream(
                        pool.preparedQuery("select key_id from credential where account_id = any($1)")
                                .execute(Tuple.of(ids()))
                                .await()
                                .atMost(PATIENCE)
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .toList();
    }

    private static String key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
