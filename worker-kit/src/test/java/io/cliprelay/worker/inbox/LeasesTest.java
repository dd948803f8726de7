package io.cliprelay.worker.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.paper.Clip;
import io.cliprelay.worker.spi.RemoteHandle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One owner at a time, decided by the real database. */
@QuarkusTest
@TestProfile(LeasesTest.NobodyElse.class)
@QuarkusTestResource(LocalStackResource.class)
class LeasesTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    Leases leases;

    @Inject
    UploadJournal journal;

    @Inject
    Pool pool;

    @TempDir
    java.nio.file.Path folder;

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    /** The runner of the application under test stays out of it. */
    public static class NobodyElse implements QuarkusTestProfile {
        @Override
        public java.util.Map<String, String> getConfigOverrides() {
            return java.util.Map.of("cliprelay.worker.sweep-interval", "1h", "cliprelay.worker.lease.duration", "60s");
        }
    }

    @AfterEach
    void empty() {
        pool.query("delete from upload").execute().await().atMost(LIMIT);
    }

    @Test
    void twoOwnersNeverTakeTheSameUpload() {
        List<UUID> stored = List.of(store(), store(), store(), store());

        List<UUID> taken = io.smallrye.mutiny.Uni.combine()
                .all()
                .unis(leases.take(one, 3, Set.of()), leases.take(other, 3, Set.of()))
                .asTuple()
                .await()
                .atMost(LIMIT)
                .asList()
                .stream()
                .flatMap(uploads -> ((List<?>) uploads).stream())
                .map(upload -> ((StoredUpload) upload).id())
                .toList();

        assertThat(taken).doesNotHaveDuplicates().isSubsetOf(stored).hasSizeBetween(3, 4);
    }

    @Test
    void anUploadThatIsHeldIsNotTaken() {
        store();
        take(one);

        assertThat(leases.take(other, 10, Set.of()).await().atMost(LIMIT)).isEmpty();
    }

    @Test
    void aLeaseThatRanOutIsTakenOverWithAHigherFencingNumber() {
        store();
        StoredUpload first = take(one);

        StoredUpload second = takeAfterTheLease(other);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.fencing()).isEqualTo(first.fencing() + 1);
    }

    @Test
    void aWriteOfTheOldOwnerIsRefusedAndChangesNothing() {
        store();
        StoredUpload stale = take(one);
        StoredUpload present = takeAfterTheLease(other);
        RemoteHandle handle = new RemoteHandle("stale", java.time.Instant.now());

        assertThatThrownBy(() -> journal.opened(stale, handle, 1, "v").await().atMost(LIMIT))
                .isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> journal.completed(stale, "post").await().atMost(LIMIT))
                .isInstanceOf(LeaseLostException.class);

        StoredUpload now = journal.current(present).await().atMost(LIMIT);
        assertThat(now.handle()).isEmpty();
        assertThat(now.postId()).isEmpty();
        assertThat(pool.query("select count(*) from outbox where subject = '" + stale.id() + "'")
                        .execute()
                        .await()
                        .atMost(LIMIT)
                        .iterator()
                        .next()
                        .getLong(0))
                .isZero();
    }

    @Test
    void aRenewedLeaseIsKept() {
        store();
        StoredUpload held = take(one);

        leaseRunsOutIn(Duration.ofSeconds(20));

        assertThat(leases.renew(one, List.of(held.id())).await().atMost(LIMIT)).containsExactly(held.id());

        assertThat(leaseLastsFor(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void anOwnerLearnsThatItsUploadWasTaken() {
        store();
        StoredUpload held = take(one);
        takeAfterTheLease(other);

        assertThat(leases.renew(one, List.of(held.id())).await().atMost(LIMIT)).isEmpty();
    }

    @Test
    void aReleasedUploadIsFreeAtOnce() {
        store();
        StoredUpload held = take(one);

        leases.release(one, List.of(held.id())).await().atMost(LIMIT);

        assertThat(take(other).id()).isEqualTo(held.id());
    }

    private UUID store() {
        Clip clip = Clip.in(folder);
        pool.preparedQuery(
                        "insert into upload (upload_id, tenant, attempt, command, step) values ($1, $2, 1, $3, 'READY')")
                .execute(Tuple.of(
                        clip.id(), "default", EventJson.encode(clip.command(1).data())))
                .await()
                .atMost(LIMIT);
        return clip.id();
    }

    private StoredUpload take(UUID owner) {
        return leases.take(owner, 1, Set.of()).await().atMost(LIMIT).getFirst();
    }

    private StoredUpload takeAfterTheLease(UUID owner) {
        leaseRunsOutIn(Duration.ofMillis(-1));
        return take(owner);
    }

    private void leaseRunsOutIn(Duration left) {
        pool.preparedQuery("update upload set lease_until = clock_timestamp() + $1 * interval '1 millisecond'")
                .execute(Tuple.of(left.toMillis()))
                .await()
                .atMost(LIMIT);
    }

    private boolean leaseLastsFor(Duration left) {
        return pool.preparedQuery("select lease_until > clock_timestamp() + $1 * interval '1 millisecond' from upload")
                .execute(Tuple.of(left.toMillis()))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getBoolean(0);
    }
}
