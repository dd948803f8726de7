package io.cliprelay.worker.inbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        assertThat(account(clip.id())).isEqualTo(PaperAccounts.DEMO);
    }

    private UUID account(UUID upload) {
        return pool.preparedQuery("select account_id from upload where upload_id = $1")
                .execute(Tuple.of(upload))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getUUID("account_id");
    }
}
