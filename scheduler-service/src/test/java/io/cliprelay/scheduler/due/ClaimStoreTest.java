package io.cliprelay.scheduler.due;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Stage;
import io.cliprelay.scheduler.WideTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What a claim takes. The engine is not told of these jobs. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ClaimStoreTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private static final OffsetDateTime LATER = OffsetDateTime.parse("2021-01-01T00:00:00Z");

    private final UUID node = UUID.randomUUID();

    @Inject
    ClaimStore claims;

    @Inject
    Pool pool;

    @Inject
    Table table;

    @Inject
    DueConfig config;

    @AfterEach
    void finish() {
        table.run(
                "delete from scheduler_claim where claim_id in (select claimed_by from job where due_at < $1)",
                Tuple.of(LATER));
        table.run("delete from job where due_at < $1", Tuple.of(LATER));
    }

    @Test
    void theMostUrgentComesFirstAndThenTheLongestDue() {
        table.put(1, "a", LONG_AGO, 2);
        table.put(1, "b", LONG_AGO.plusSeconds(2), 1);
        table.put(1, "c", LONG_AGO.plusSeconds(1), 1);
        table.put(1, "d", LONG_AGO.plusSeconds(3), 0);

        Claim claim = await(claims.claimDue(node));

        assertThat(claim.jobs()).extracting(DueJob::tenant).containsExactly("d", "c", "b", "a");
        assertThat(claim.missedSome()).isFalse();
    }

    @Test
    void nothingIsTakenBeforeItsTimeAndTheNextTimeIsTold() {
        Instant soon = Instant.now().plusSeconds(3600);
        UUID clip = table.put(1, soon);

        Claim claim = await(claims.claimDue(node));

        assertThat(claim.jobs()).isEmpty();
        assertThat(claim.next().orElseThrow()).isBeforeOrEqualTo(soon);
        table.run("delete from job where clip_id = $1", Tuple.of(clip));
    }

    @Test
    void howeverMuchWaitsALookReadsOnlyWhatIsDue() {
        String look = new ClaimStatements(config.batchSize())
                .claimDue()
                .replaceAll("\\$[12]", "cast('%s' as uuid)".formatted(node));

        String plan = await(pool.withConnection(connection -> WideTable.plan(connection, look)));

        assertThat(plan).contains("job_due").doesNotContain("Seq Scan on job ");
    }

    @Test
    void aTenantWithMuchToSendDoesNotKeepOthersWaiting() {
        table.put(3 * config.batchSize(), "much", LONG_AGO, 1);
        table.put(10, "little", LONG_AGO.plusSeconds(60), 1);
        table.put(10, "urgent", LONG_AGO.plusSeconds(120), 0);
        Turns turns = new Turns(await(claims.lanes()), config.batchSize());

        List<DueJob> first = turn(turns);
        List<DueJob> second = turn(turns);
        List<DueJob> third = turn(turns);

        assertThat(first).extracting(DueJob::tenant).hasSize(10).containsOnly("urgent");
        assertThat(second).extracting(DueJob::tenant).contains("little", "much");
        assertThat(second.stream().filter(job -> job.tenant().equals("little"))).hasSize(10);
        assertThat(third).extracting(DueJob::tenant).hasSize(config.batchSize()).containsOnly("much");
    }

    @Test
    void aClaimThatIsGivenBackIsMadeAgainUnderTheSameNumber() {
        table.put(2, "a", LONG_AGO, 1);
        Claim claim = await(claims.claimDue(node));
        // The engine hears of what is given back: it must not be due while it is looked at.
        dueAt(Instant.now().plusSeconds(3600));

        await(claims.giveBack(node, claim.id().orElseThrow()));

        assertThat(table.count("tenant = 'a' and state = 'SCHEDULED' and attempt = 0"))
                .isEqualTo(2);
        assertThat(open(claim)).isZero();
        dueAt(LONG_AGO);
        table.wakeAll();
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> table.count("tenant = 'a' and state = 'QUEUED' and attempt = 1") == 2);
    }

    @Test
    void whoseClaimWasTakenOverConfirmsNothing() {
        table.put(2, "a", LONG_AGO, 1);
        Claim claim = await(claims.claimDue(node));
        UUID other = UUID.randomUUID();

        Claim taken = await(claims.takeOver(other, List.of(node), List.of()));
        await(claims.confirm(node, claim.id().orElseThrow()));

        assertThat(taken.id()).isEqualTo(claim.id());
        assertThat(taken.jobs()).containsExactlyInAnyOrderElementsOf(claim.jobs());
        assertThat(open(claim)).isOne();
        await(claims.confirm(other, taken.id().orElseThrow()));
        assertThat(open(claim)).isZero();
    }

    @Test
    void whatItsWorkerHasAnsweredIsNotSentAgainByWhoTakesItOver() {
        table.put(2, "a", LONG_AGO, 1);
        Claim claim = await(claims.claimDue(node));
        table.run(
                "update job set state = 'UPLOADING', updated_at = scheduler_now() where upload_id = $1",
                Tuple.of(claim.jobs().getFirst().upload().uploadId()));

        Claim taken = await(claims.takeOver(UUID.randomUUID(), List.of(node), List.of()));

        assertThat(taken.jobs()).containsExactly(claim.jobs().getLast());
    }

    @Test
    void claimsThatAreOnTheirWayAreNotTakenASecondTime() {
        table.put(1, "a", LONG_AGO, 1);
        Claim known = await(claims.claimDue(node));
        table.put(1, "a", LONG_AGO, 1);
        Claim forgotten = await(claims.claimDue(node));

        Claim found =
                await(claims.takeOver(node, List.of(node), List.of(known.id().orElseThrow())));

        assertThat(found.jobs()).isEqualTo(forgotten.jobs());
    }

    @Test
    void whatIsSilentWhileItsClaimIsOpenIsNobodyElsesToRepeat() {
        table.put(1, "a", LONG_AGO, 1);
        Claim claim = await(claims.claimDue(node));
        // Of those that are silent only so many are taken at a time: longer than this one none is.
        table.run(
                "update job set updated_at = $2 where claimed_by = $1",
                Tuple.of(claim.id().orElseThrow(), LATER.minusYears(1)));
        Instant since = LATER.toInstant();

        assertThat(await(claims.unanswered(since))).isEmpty();
        await(claims.confirm(node, claim.id().orElseThrow()));
        assertThat(await(claims.unanswered(since))).isEqualTo(claim.jobs());
    }

    private void dueAt(Instant due) {
        table.run("update job set due_at = $1 where tenant = 'a'", Tuple.of(due.atOffset(ZoneOffset.UTC)));
    }

    private long open(Claim claim) {
        return table.number(
                "select count(*) from scheduler_claim where claim_id = $1",
                claim.id().orElseThrow());
    }

    @Test
    void anOrderIsNotedWithItsJob() {
        UUID clip = table.put(1, "a", LONG_AGO, 1);
        UUID upload = table.only(clip);
        DueJob job = await(claims.claimDue(node)).jobs().getFirst();

        assertThat(job).extracting(DueJob::tenant, DueJob::attempt).containsExactly("a", 1);
        assertThat(table.number(
                        "select count(*) from job where upload_id = $1 and attempt = 1 and claimed_at = $2",
                        upload,
                        job.orderedAt().atOffset(ZoneOffset.UTC)))
                .isEqualTo(1);
        assertThat(List.of(job)).extracting(DueJob::dueAt, DueJob::attempt).containsExactly(tuple(LONG_AGO, 1));
    }

    private List<DueJob> turn(Turns turns) {
        Turn turn = turns.next();
        List<DueJob> jobs = await(claims.claimInTurn(node, turn)).jobs();
        turns.took(turn, jobs);
        return jobs;
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Stage.PATIENCE);
    }
}
