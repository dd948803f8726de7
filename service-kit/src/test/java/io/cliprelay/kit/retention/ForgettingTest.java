package io.cliprelay.kit.retention;

import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ForgettingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    private Forgetting stopped;
    private Forgetting other;

    @BeforeEach
    void begin() {
        for (String passes : new String[] {"forgetting_stopped", "forgetting_other"}) {
            run("drop sequence if exists " + passes);
            run("create sequence " + passes);
        }
        stopped = forgetting();
        other = forgetting();
    }

    @AfterEach
    void end() {
        stopped.stop();
        other.stop();
    }

    @Test
    void afterItsEndNothingMoreIsForgotten() {
        stopped.regularly("what is counted", countedBy("forgetting_stopped"), Duration.ofDays(1), 10);
        await().atMost(PATIENCE).until(() -> passes("forgetting_stopped") > 1);

        stopped.stop();
        other.regularly("what is counted", countedBy("forgetting_other"), Duration.ofDays(1), 10);
        await().atMost(PATIENCE).until(() -> passes("forgetting_other") > 1);
        long before = passes("forgetting_stopped");
        await().atMost(PATIENCE).until(() -> passes("forgetting_other") > 5);

        assertThat(passes("forgetting_stopped")).isEqualTo(before);
    }

    private static String countedBy(String sequence) {
        return "select nextval('" + sequence + "') where cast($1 as bigint) > 0 and cast($2 as int) > 0";
    }

    private long passes(String sequence) {
        return pool.query("select last_value from " + sequence)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void run(String statement) {
        pool.query(statement).execute().await().atMost(PATIENCE);
    }

    private Forgetting forgetting() {
        return new Forgetting(pool, vertx, new RetentionConfig() {
            @Override
            public Duration interval() {
                return Duration.ofMillis(20);
            }

            @Override
            public Duration consumedEvents() {
                return Duration.ofDays(1);
            }
        });
    }
}
