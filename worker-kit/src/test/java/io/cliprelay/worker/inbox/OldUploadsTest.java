package io.cliprelay.worker.inbox;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.paper.Clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OldUploadsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    CommandInbox inbox;

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    @Test
    void whatEndedLongAgoIsForgottenOnceItsPostIsReadNoMore() {
        Clip young = published();
        Clip followed = published();
        Clip open = published();
        Clip old = published();
        change(open, "update upload set step = 'RECONCILE', next_at = now() + interval '1 day' where upload_id = $1");
        change(young, "delete from reading where upload_id = $1");
        change(open, "delete from reading where upload_id = $1");
        grow(followed);
        grow(open);
        grow(old);

        change(old, "delete from reading where upload_id = $1");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows(old)).isZero());
        assertThat(rows(young)).isEqualTo(2);
        assertThat(rows(followed)).isEqualTo(2);
        assertThat(rows(open)).isEqualTo(2);
        change(open, "update upload set step = 'FAILED' where upload_id = $1");
    }

    private Clip published() {
        Clip clip = Clip.in(folder);
        inbox.receive(clip.command(1)).await().atMost(PATIENCE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count(clip, """
                select count(*) from upload where upload_id = $1 and step = 'DONE'
                """)).isEqualTo(1));
        return clip;
    }

    private void grow(Clip clip) {
        change(clip, "update attempt set received_at = now() - interval '91 days' where upload_id = $1");
    }

    private long rows(Clip clip) {
        return count(clip, """
                select (select count(*) from upload where upload_id = $1)
                     + (select count(*) from attempt where upload_id = $1)
                """);
    }

    private long count(Clip clip, String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(clip.id()))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }

    private void change(Clip clip, String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(clip.id())).await().atMost(PATIENCE);
    }
}
