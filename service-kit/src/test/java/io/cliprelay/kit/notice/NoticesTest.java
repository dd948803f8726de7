package io.cliprelay.kit.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

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
class NoticesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CHANNEL = "notices_test";

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    private final List<Optional<String>> heard = new CopyOnWriteArrayList<>();
    private Notices notices;

    @BeforeEach
    void listen() {
        notices = new Notices(pool, vertx, CHANNEL, heard::add);
        notices.listen();
        await().atMost(PATIENCE).until(() -> heard.contains(Optional.<String>empty()));
    }

    @AfterEach
    void stop() {
        notices.stop();
    }

    @Test
    void whatIsToldIsHeard() {
        tell("one");
        tell("two");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heard).endsWith(Optional.of("one"), Optional.of("two")));
    }

    @Test
    void afterABrokenConnectionItIsSaidThatSomethingMayHaveBeenMissed() {
        heard.clear();

        run("select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen " + CHANNEL + "'");

        await().atMost(PATIENCE).until(() -> heard.contains(Optional.<String>empty()));
        tell("again");
        await().atMost(PATIENCE).until(() -> heard.contains(Optional.of("again")));
    }

    private void tell(String what) {
        run("select pg_notify('" + CHANNEL + "', '" + what + "')");
    }

    private void run(String statement) {
        pool.query(statement).execute().await().atMost(PATIENCE);
    }
}
