package io.cliprelay.worker.account;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.Topics;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;
import io.cliprelay.worker.paper.Clip;
import io.cliprelay.worker.paper.PaperAccounts;
import io.cliprelay.worker.paper.PaperPlatform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A worker that is switched off runs, and leaves everything alone. */
@QuarkusTest
@TestProfile(DisabledWorkerTest.SwitchedOff.class)
@QuarkusTestResource(LocalStackResource.class)
class DisabledWorkerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ConnectedAccounts accounts;

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    /** As its operator does it. */
    public static class SwitchedOff implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cliprelay.paper.enabled", "false");
        }
    }

    @Test
    void itTellsOfNoAccountAndTakesNoCommand() {
        Clip clip = Clip.in(folder);
        try (TopicWriter writer = TopicWriter.open();
                TopicReader told = TopicReader.of(Topics.ACCOUNT_EVENTS)) {
            writer.send(Topics.platformUpload(PaperPlatform.NAME), PaperAccounts.DEMO, clip.command(1));

            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(commands()).isZero());
            assertThat(accounts.all()).isEmpty();
            assertThat(told.all()).isEmpty();
        }
    }

    private long commands() {
        return pool.query("select count(*) from attempt")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong(0);
    }
}
