package io.cliprelay.scheduler.history;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class HistoryKeeperTest {

    private static final Duration YEAR = Duration.ofDays(365);

    @Inject
    HistoryKeeper keeper;

    @Inject
    Pool pool;

    @Test
    void thereIsAPartitionForEachWeekThatComes() {
        done(keeper.tidy(YEAR));

        assertThat(weeks("job_attempt")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(partitionOf(attempt(OffsetDateTime.now(ZoneOffset.UTC).plusDays(27))))
                .matches("job_attempt_\\d{8}");
    }

    @Test
    void whatNoPartitionWasMadeForIsKeptAndMovedToItsOwn() {
        UUID early = attempt(OffsetDateTime.now(ZoneOffset.UTC).minusDays(100));
        assertThat(partitionOf(early)).isEqualTo("job_attempt_unsorted");

        done(keeper.tidy(YEAR));

        assertThat(partitionOf(early)).matches("job_attempt_\\d{8}");
    }

    @Test
    void whatIsOlderThanTheRetentionIsDroppedAndTheRestStays() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        UUID old = attempt(now.minusDays(200));
        done(keeper.tidy(YEAR));
        UUID older = attempt(now.minusDays(500));
        UUID young = attempt(now.minusDays(20));
        int before = weeks("job_attempt").size();

        done(keeper.tidy(Duration.ofDays(60)));

        assertThat(weeks("job_attempt")).hasSizeLessThan(before);
        assertThat(List.of(count(old), count(older), count(young))).containsExactly(0L, 0L, 1L);
    }

    @Test
    void anyNumberOfReplicasMayDoSoAtOnce() {
        attempt(OffsetDateTime.now(ZoneOffset.UTC).minusDays(50));

        done(Uni.join()
                .all(IntStream.range(0, 4).mapToObj(n -> keeper.tidy(YEAR)).toList())
                .andFailFast());

        assertThat(count("select count(*) from job_attempt_unsorted")).isZero();
    }

    @Test
    void aTableThatIsInUseIsWaitedForOnlyForAMoment() {
        SqlConnection reader = done(pool.getConnection());
        done(reader.begin());
        done(reader.query("lock table job_attempt_unsorted in access exclusive mode")
                .execute());
        Instant before = Instant.now();

        assertThatThrownBy(() -> done(keeper.tidy(YEAR))).hasMessageContaining("lock timeout");

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
        done(reader.query("rollback").execute());
        done(reader.close());
        done(keeper.tidy(YEAR));
    }

    private UUID attempt(OffsetDateTime orderedAt) {
        UUID upload = UUID.randomUUID();
        done(pool.preparedQuery("insert into job_attempt (upload_id, attempt, ordered_at) values ($1, 1, $2)")
                .execute(Tuple.of(upload, orderedAt)));
        return upload;
    }

    private String partitionOf(UUID upload) {
        return done(pool.query("select cast(tableoid::regclass as text) from job_attempt where upload_id = '" + upload
                                + "'")
                        .execute())
                .iterator()
                .next()
                .getString(0);
    }

    private List<String> weeks(String table) {
        return StreamSupport.stream(
                        done(pool.query("select cast(inhrelid::regclass as text) from pg_inherits where inhparent = '"
                                                + table + "'::regclass")
                                        .execute())
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .filter(name -> name.matches(".*\\d{8}"))
                .toList();
    }

    private long count(UUID upload) {
        return count("select count(*) from job_attempt where upload_id = '" + upload + "'");
    }

    private long count(String sql) {
        return done(pool.query(sql).execute()).iterator().next().getLong(0);
    }

    private static <T> T done(Uni<T> uni) {
        return uni.await().atMost(Stage.PATIENCE);
    }
}
