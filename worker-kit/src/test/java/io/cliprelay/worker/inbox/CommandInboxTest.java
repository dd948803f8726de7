package io.cliprelay.worker.inbox;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.paper.Clip;
import io.cliprelay.worker.paper.PaperAccounts;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CommandInboxTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    CommandInbox inbox;

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    @Test
    void aCommandIsStoredWithTheAccountItIsFor() {
        Clip clip = Clip.in(folder);

        inbox.receive(clip.command(1)).await().atMost(LIMIT);

        assertThat(stored(clip).getUUID("account_id")).isEqualTo(PaperAccounts.DEMO);
    }

    @Test
    void aCommandIsStoredWithItsTurn() {
        Clip usual = Clip.in(folder);
        Clip urgent = Clip.in(folder);

        inbox.receive(usual.command(1)).await().atMost(LIMIT);
        inbox.receive(urgent.command(Priority.URGENT)).await().atMost(LIMIT);

        assertThat(stored(usual).getShort("priority")).isEqualTo((short) 1);
        assertThat(stored(urgent).getShort("priority")).isEqualTo((short) 0);
    }

    private Row stored(Clip clip) {
        return pool.preparedQuery("select account_id, priority from upload where upload_id = $1")
                .execute(Tuple.of(clip.id()))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next();
    }
}
