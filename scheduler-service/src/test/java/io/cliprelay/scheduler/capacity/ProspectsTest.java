package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Stage;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProspectsTest {

    private static final String PLATFORM = "prospects";

    @Inject
    Prospects prospects;

    @Inject
    Pool pool;

    @AfterEach
    void clear() {
        run("delete from job where platform = 'prospects'");
        run("delete from platform_limit where platform = 'prospects'");
        run("delete from job_attempt where upload_id in (select upload_id from job_done where platform = 'prospects')");
        run("delete from job_done where platform = 'prospects'");
    }

    @Test
    void whatComesDueIsReadSlotBySlotWithTheSizesThatAreKnown() {
        put(3, "interval '35 seconds'", "SCHEDULED", "{\"media\":{\"sizeBytes\":1000}}");
        put(2, "interval '65 seconds'", "RETRY_WAIT", "{\"media\":{}}");
        put(5, "interval '1 hour'", "SCHEDULED", "{}");
        put(3, "interval '-1 minute'", "UPLOADING", "{}");
        put(1, "interval '-2 minutes'", "QUEUED", "{}");
        put(6, "interval '-3 minutes'", "HELD", "{}");

        Outlook outlook = outlooks().get(PLATFORM);

        assertThat(outlook.running()).isEqualTo(4);
        assertThat(outlook.overdue()).isEqualTo(Load.NONE);
        assertThat(outlook.all()).isEqualTo(new Load(5, 3000));
        // The clock goes on between writing and reading: the slot before it is right, too.
        assertThat(outlook.planned().subList(2, 4)).contains(new Load(3, 3000));
        assertThat(outlook.planned().subList(5, 7)).contains(new Load(2, 0));
    }

    @Test
    void howeverMuchWaitsOrIsHeldOnlyWhatIsAskedForIsRead() {
        List<String> plan = pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> connection
                                .query("explain "
                                        + Prospects.NEXT.replace("$1", "10.0").replace("$2", "60.0"))
                                .execute()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList())
                .await()
                .atMost(Stage.PATIENCE);

        assertThat(plan)
                .anyMatch(line -> line.contains("job_uploading"))
                .anyMatch(line -> line.contains("job_unanswered"))
                .noneMatch(line -> line.contains("Seq Scan on job "));
    }

    @Test
    void aPlatformOfWhichNothingIsPlannedIsToldOf() {
        run("insert into platform_limit (platform, retry_attempts) values ('prospects', 3)");

        assertThat(outlooks().get(PLATFORM).all()).isEqualTo(Load.NONE);
    }

    @Test
    void whatAnUploadTookIsMeasuredOnceThereAreEnough() {
        done(19);
        assertThat(lately()).doesNotContainKey(PLATFORM);

        done(1);
        assertThat(lately()).containsEntry(PLATFORM, Duration.ofSeconds(12));
    }

    private Map<String, Outlook> outlooks() {
        return prospects.outlooks().await().atMost(Stage.PATIENCE);
    }

    private Map<String, Duration> lately() {
        return prospects.lately().await().atMost(Stage.PATIENCE);
    }

    private void put(int jobs, String fromNow, String state, String content) {
        run("""
                insert into job (upload_id, clip_id, tenant, platform, account_id, due_at, state, content)
                select gen_random_uuid(), gen_random_uuid(), 't', 'prospects', gen_random_uuid(), scheduler_now() + %s, '%s', '%s'
                from generate_series(1, %d)
                """.formatted(fromNow, state, content, jobs));
    }

    private void done(int uploads) {
        run("""
                with done as (
                    insert into job_done (upload_id, clip_id, tenant, platform, account_id, state, due_at, priority, attempt,
                                          spent, content, created_at, updated_at, finished_at)
                    select gen_random_uuid(), gen_random_uuid(), 't', 'prospects', gen_random_uuid(), 'PUBLISHED',
                           scheduler_now(), 1, 1, 0, '{}', scheduler_now(), scheduler_now(), scheduler_now()
                    from generate_series(1, %d) returning upload_id)
                insert into job_attempt (upload_id, attempt, ordered_at, ended_at, outcome)
                select upload_id, 1, scheduler_now() - interval '1 minute', scheduler_now() - interval '48 seconds', 'PUBLISHED'
                from done
                """.formatted(uploads));
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(Stage.PATIENCE);
    }
}
