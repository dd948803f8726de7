package io.cliprelay.analytics.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RetentionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.now();

    @Inject
    Retention retention;

    @Inject
    Pool pool;

    private final String tenant = "tenant-" + UUID.randomUUID();

    @Test
    void monthsThatAreOldEnoughGoAndLeaveTheirSumsByDay() {
        run("select ensure_months('live', array['2021-05-01'::date, date_trunc('month', now())::date])");
        for (String grain : List.of("Q", "D")) {
            run("insert into live.upload_tally values ('%s', '%s', '2021-05-07Z', 'youtube', '%s', 1, 1, 0, 0, 0, null)"
                    .formatted(grain, tenant, UUID.randomUUID()));
        }

        retention.forget().await().atMost(PATIENCE);

        assertThat(ask("select to_regclass('live.upload_fact_2021_05')::text")).isNull();
        assertThat(ask("select to_regclass('live.failed_attempt_2021_05')::text"))
                .isNull();
        assertThat(ask("select to_regclass('live.upload_fact_' || to_char(now(), 'YYYY_MM'))::text"))
                .isNotNull();
        assertThat(ask("select string_agg(grain, '') from live.upload_tally where tenant = '%s'".formatted(tenant)))
                .isEqualTo("D");
    }

    @Test
    void whatIsToldOfLongAgoTeachesNothingAnyMore() {
        UploadFact old = fact(NOW.minus(500, ChronoUnit.DAYS));
        UploadFact young = fact(NOW.minus(300, ChronoUnit.DAYS));

        assertThat(retention.of(new Lesson(List.of(old, young), List.of())).facts())
                .containsExactly(young);
    }

    private UploadFact fact(Instant created) {
        UUID clip = new UUID(created.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE);
        UUID account = UUID.randomUUID();
        UploadRef upload = new UploadRef(Ids.upload(clip, account), clip, "youtube", account);
        return UploadFact.of(tenant, upload);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }

    private String ask(String sql) {
        return pool.query(sql)
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .atMost(PATIENCE);
    }
}
