package io.cliprelay.worker.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.paper.Clip;
import io.cliprelay.worker.paper.PaperAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/** Who goes first, decided by the real database. */
@QuarkusTest
@TestProfile(LeasesTest.NobodyElse.class)
@QuarkusTestResource(LocalStackResource.class)
class FairnessTest {

    private static final Logger LOG = Logger.getLogger(FairnessTest.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String MANY = """
            insert into upload (upload_id, tenant, account_id, attempt, command, step, next_at)
            select id, $1, $2, 1, replace($3, '00000000-0000-0000-0000-000000000001', id::text), 'READY',
                   now() - interval '1 day' + n * interval '1 millisecond'
            from (select n, gen_random_uuid() as id from generate_series(1, $4) n) numbered
            """;

    @Inject
    Leases leases;

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();

    @AfterEach
    void empty() {
        pool.query("truncate upload, turn").execute().await().atMost(LIMIT);
    }

    @Test
    void aTenantsSingleUploadGoesNextThoughAnotherHasTenThousandOlderOnes() {
        many("large", account, 10_000);
        take(one, 3);
        many("small", UUID.randomUUID(), 1);

        assertThat(take(one, 1)).extracting(StoredUpload::tenant).containsExactly("small");
    }

    @Test
    void tenantsTakeTurnsWhereOneUploadRunsAtATime() {
        many("large", account, 100);
        many("small", UUID.randomUUID(), 2);

        List<String> turns = Stream.generate(this::oneAfterAnother)
                .limit(5)
                .map(StoredUpload::tenant)
                .toList();

        assertThat(turns).startsWith("large", "small", "large", "small");
    }

    @Test
    void accountsOfATenantTakeTurns() {
        UUID quiet = UUID.randomUUID();
        many("large", account, 100);
        many("large", quiet, 1);

        take(one, 2);

        assertThat(held(quiet)).isEqualTo(1);
        assertThat(held(account)).isEqualTo(1);
    }

    @Test
    void urgentUploadsOfATenantGoBeforeItsOthersAndBulkBehind() {
        UUID bulk = store(2);
        UUID normal = store(1);
        UUID urgent = store(0);

        List<UUID> order = Stream.generate(this::oneAfterAnother)
                .limit(3)
                .map(StoredUpload::id)
                .toList();

        assertThat(order).containsExactly(urgent, normal, bulk);
    }

    @Test
    void urgencyGetsNobodyAheadOfAnotherTenant() {
        many("large", account, 100);
        many("small", UUID.randomUUID(), 1);
        execute("update upload set priority = 0 where tenant = 'large'");

        assertThat(take(one, 2)).extracting(StoredUpload::tenant).containsExactlyInAnyOrder("large", "small");
    }

    @Test
    void twoOwnersAtOnceKeepToTheLimitOfAnAccount() {
        many("large", account, 100);

        Uni.join()
                .all(leases.take(one, 8, Set.of()), leases.take(other, 8, Set.of()))
                .andFailFast()
                .await()
                .atMost(LIMIT);

        assertThat(held(account)).isEqualTo(4);
        assertThat(take(other, 8)).isEmpty();
    }

    @Test
    void looksAtWhatWasSentDoNotWaitForThatLimit() {
        many("large", account, 6);
        take(one, 8);
        execute("update upload set step = 'INSPECT' where owner is null");

        assertThat(take(other, 8)).hasSize(2);
    }

    @Test
    void aRowThatCannotBeReadIsSetAsideAndKeepsNoOtherFromBeingTaken() {
        UUID good = store(1);
        UUID broken = store(1);
        execute("update upload set command = '{' where upload_id = '" + broken + "'");

        assertThat(take(one, 8)).extracting(StoredUpload::id).containsExactly(good);
        assertThat(count("owner is null and next_at > now() and upload_id = '" + broken + "'"))
                .isEqualTo(1);
    }

    @Test
    void rowsFromBeforeAccountsWereStoredGetTheirs() throws IOException {
        UUID good = store(1);
        UUID broken = store(1);
        execute("update upload set account_id = gen_random_uuid()");
        execute("update upload set command = '{' where upload_id = '" + broken + "'");

        execute(migration("update upload\n"));

        assertThat(count("account_id = '" + PaperAccounts.DEMO + "' and upload_id = '" + good + "'"))
                .isEqualTo(1);
        assertThat(count("account_id = '" + PaperAccounts.DEMO + "'")).isEqualTo(1);
    }

    /** The statement of the migration that begins so. */
    private static String migration(String beginning) throws IOException {
        try (InputStream file = FairnessTest.class.getResourceAsStream("/db/migration/V5__fairness.sql")) {
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int from = all.indexOf(beginning);
            return all.substring(from, all.indexOf(';', from));
        }
    }

    /** Prints what it costs; how fast is enough depends on the machine. */
    @ParameterizedTest
    @ValueSource(ints = {2_000, 10_000})
    void takingStaysFastHoweverMuchWaits(int waiting) {
        many("large", account, waiting - 1_000);
        for (int n = 0; n < 100; n++) {
            many("tenant-" + n, UUID.randomUUID(), 10);
        }
        execute("analyze upload");

        for (int n = 0; n < 10; n++) {
            long begun = System.nanoTime();
            List<StoredUpload> taken = take(one, 8);
            LOG.infof("%d of %d taken in %d us", taken.size(), waiting, (System.nanoTime() - begun) / 1000);
            assertThat(taken).hasSize(8);
        }
    }

    private StoredUpload oneAfterAnother() {
        StoredUpload taken = take(one, 1).getFirst();
        execute("update upload set step = 'DONE', owner = null, lease_until = null where upload_id = '" + taken.id()
                + "'");
        return taken;
    }

    private List<StoredUpload> take(UUID owner, int limit) {
        return leases.take(owner, limit, Set.of()).await().atMost(LIMIT);
    }

    private void many(String tenant, UUID owner, int number) {
        Clip clip = new Clip(Clip.in(folder).file(), new UUID(0, 1));
        pool.preparedQuery(MANY)
                .execute(
                        Tuple.of(tenant, owner, EventJson.encode(clip.command(1).data()), number))
                .await()
                .atMost(LIMIT);
    }

    private UUID store(int priority) {
        Clip clip = Clip.in(folder);
        pool.preparedQuery("insert into upload (upload_id, tenant, account_id, attempt, command, step, priority) "
                        + "values ($1, 'default', $2, 1, $3, 'READY', $4)")
                .execute(Tuple.of(
                        clip.id(), account, EventJson.encode(clip.command(1).data()), (short) priority))
                .await()
                .atMost(LIMIT);
        return clip.id();
    }

    private long held(UUID holder) {
        return count("owner is not null and account_id = '" + holder + "'");
    }

    private long count(String condition) {
        return pool.query("select count(*) from upload where " + condition)
                .execute()
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong(0);
    }

    private void execute(String statement) {
        pool.query(statement).execute().await().atMost(LIMIT);
    }
}
