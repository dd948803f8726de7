package io.cliprelay.kit.consume;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ConsumedEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    ConsumedEvents consumed;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    private final String consumer = "test-" + UUID.randomUUID();

    @Test
    void anEventIsRememberedForItsTimeAndThenForgotten() {
        List.of("young", "old", "older")
                .forEach(event -> assertThat(firstTime(event)).isTrue());

        grow("old", 366);
        grow("older", 500);
        grow("young", 364);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(remembered()).isEqualTo(1));
        assertThat(firstTime("young")).isFalse();
    }

    private boolean firstTime(String event) {
        return transactions
                .run(tx -> consumed.firstTime(OpenTransaction.on(tx), consumer, event))
                .await()
                .atMost(PATIENCE);
    }

    private void grow(String event, int days) {
        pool.preparedQuery("update consumed_event set consumed_at = now() - $3::int * interval '1 day' "
                        + "where consumer = $1 and event_id = $2")
                .execute(Tuple.of(consumer, event, days))
                .await()
                .atMost(PATIENCE);
    }

    private long remembered() {
        return pool.preparedQuery("select count(*) from consumed_event where consumer = $1")
                .execute(Tuple.of(consumer))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }
}
