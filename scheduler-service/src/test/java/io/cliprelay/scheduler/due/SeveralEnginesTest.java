package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.kit.testing.DatabaseOutage;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.scheduler.Stage;
import io.cliprelay.scheduler.job.JobStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What holds whatever happens to replicas, connections and the database's clock: each attempt is ordered, and once. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class SeveralEnginesTest {

    private static final int JOBS = 4000;
    private static final Duration BACK_AT_WORK = Duration.ofSeconds(5);

    @Inject
    Engines engines;

    @Inject
    Table table;

    @Inject
    Pool pool;

    @Inject
    JobStore jobs;

    private final List<Engines.Replica> replicas = new ArrayList<>();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        replicas.forEach(Engines.Replica::close);
        stage.close();
    }

    @Test
    void thousandsOfJobsAreOrderedOnceEachBySeveralThatWorkSideBySide() {
        startReplica();
        startReplica();
        UUID clip = table.put(JOBS, Instant.now());
        table.wakeAll();

        awaitAllOnce(clip, JOBS);

        await().atMost(Stage.PATIENCE).until(() -> openClaims(clip) == 0);
        assertThat(table.count("clip_id = $1 and state = 'QUEUED' and attempt = 1", clip))
                .isEqualTo(JOBS);
    }

    @Test
    void whatIsDueSoonAfterTurnsWereTakenIsOnTime() {
        UUID many = table.put(JOBS, Instant.now());
        Instant soon = Instant.now().plusSeconds(3);
        UUID next = table.put(1, soon);
        table.wakeAll();

        stage.awaitCommand(table.only(next), 1);

        assertThat(Duration.between(soon, Instant.now())).isLessThan(BACK_AT_WORK);
        awaitAllOnce(many, JOBS);
    }

    @Test
    void aPlatformWithoutATopicDoesNotKeepOthersWaiting() {
        // More than may be in flight of each engine.
        UUID lost = table.putFor("nowhere", 3000, Instant.now());
        table.wakeAll();
        await().atMost(Stage.PATIENCE).until(() -> table.count("clip_id = $1 and state = 'QUEUED'", lost) >= 2000);

        assertThatOthersAreOrdered();

        createTopic("nowhere");
        await().atMost(Stage.PATIENCE).until(() -> openClaims(lost) == 0);
        assertThat(table.count("clip_id = $1 and state = 'QUEUED' and attempt = 1", lost))
                .isEqualTo(3000);
    }

    @Test
    void anEngineThatIsStoppedLeavesNothingBehind() {
        UUID clip = table.put(JOBS, Instant.now());
        Engines.Replica second = startReplica();
        table.wakeAll();
        await().atMost(Stage.PATIENCE).until(() -> !commands(clip).isEmpty());

        second.close();

        awaitAllOnce(clip, JOBS);
    }

    @Test
    void whatADeadReplicaClaimedIsSentByAnotherUnderTheSameNumber() {
        UUID ghost = ghost();
        UUID clip = table.put(700, Instant.now());
        claimed(clip, ghost);

        awaitAllOnce(clip, 700);

        await().atMost(Stage.PATIENCE)
                .until(() -> table.number("select count(*) from scheduler_node where node_id = $1", ghost) == 0);
        assertThat(openClaims(clip)).isZero();
    }

    @Test
    void whatIsClaimedByOneThatNobodyKnowsIsSentByAnother() {
        UUID clip = table.put(2, Instant.now());
        claimed(clip, UUID.randomUUID());

        awaitAllOnce(clip, 2);

        await().atMost(Stage.PATIENCE).until(() -> openClaims(clip) == 0);
    }

    @Test
    void claimsWhoseJobsAreAllAnsweredAreClosedAndHoldUpNothing() {
        UUID ghost = ghost();
        table.run(
                "insert into scheduler_claim select gen_random_uuid(), $1, now() from generate_series(1, 8)",
                Tuple.of(ghost));

        await().atMost(Stage.PATIENCE).until(() -> claimsOf(ghost) == 0);
        await().atMost(Stage.PATIENCE)
                .until(() -> table.number("select count(*) from scheduler_node where node_id = $1", ghost) == 0);
        assertThatOthersAreOrdered();
        await().atMost(Stage.PATIENCE).until(() -> table.number("select count(*) from scheduler_claim") == 0);
    }

    @Test
    void aCommandOfWhichNobodyNotedThatItWasSentIsSentAgainAsTheSameEvent() {
        UUID clip = table.put(1, Instant.now());
        table.wakeAll();
        UUID upload = table.only(clip);
        ReceivedEvent first = stage.awaitCommand(upload, 1);
        await().atMost(Stage.PATIENCE).until(() -> openClaims(clip) == 0);
        table.run(
                "insert into scheduler_claim select claimed_by, $2, claimed_at from job where clip_id = $1",
                Tuple.of(clip, ghost()));

        ReceivedEvent second = stage.awaitCommand(upload, 2);

        assertThat(second.headers()).isEqualTo(first.headers());
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(second.data(UploadCommand.class).attempt()).isEqualTo(1);
    }

    @Test
    void connectionsThatBreakLoseNothingAndRepeatNothing() {
        startReplica();
        UUID clip = table.put(JOBS, Instant.now());
        table.wakeAll();
        for (int cut = 1; cut <= 3; cut++) {
            int enough = cut * 400;
            await().atMost(Stage.PATIENCE).until(() -> commands(clip).size() >= enough);
            cutAllConnections();
        }

        awaitAllOnce(clip, JOBS);

        await().atMost(Stage.PATIENCE).until(() -> openClaims(clip) == 0);
    }

    @Test
    void whatIsDueWhileTheDatabaseIsAwayGoesOutSoonAfterItIsBack() {
        startReplica();
        UUID clip = table.put(JOBS, Instant.now());
        table.wakeAll();
        await().atMost(Stage.PATIENCE).until(() -> commands(clip).size() >= 500);

        DatabaseOutage.during(() -> await().during(Duration.ofSeconds(3)).until(() -> true));

        await().atMost(BACK_AT_WORK).until(() -> commands(clip).size() == JOBS);
        awaitAllOnce(clip, JOBS);
        await().atMost(Stage.PATIENCE).until(() -> openClaims(clip) == 0);
    }

    @Test
    void aJobThatSomebodyEndsInTheLastMomentIsNotOrdered() {
        UUID clip = table.put(1, Instant.now());
        UUID upload = table.only(clip);
        SqlConnection change = begin();
        done(jobs.hold(change, upload));

        assertThatOthersAreOrdered();
        done(jobs.end(change, upload, UploadState.CANCELLED, Optional.empty()));
        commit(change);

        assertThatOthersAreOrdered();
        assertThat(stage.commands.about(upload)).isEmpty();
        assertThat(done(jobs.find(pool, upload)).orElseThrow().state()).isEqualTo(UploadState.CANCELLED);
    }

    @Test
    void aJobThatSomebodyHeldAndLeftAsItWasGoesOutAtOnceWithoutAWord() {
        UUID clip = table.put(1, Instant.now());
        UUID upload = table.only(clip);
        SqlConnection change = begin();
        done(jobs.hold(change, upload));
        assertThatOthersAreOrdered();

        commit(change);

        stage.awaitCommand(upload, 1);
    }

    @Test
    void whatIsStillToBeToldOfAnUploadIsToldBeforeItsNextCommand() {
        UUID clip = table.put(1, Instant.now());
        UUID upload = table.only(clip);
        SqlConnection relay = begin();
        // Held back as a relay would that waits for Kafka.
        done(relay.query("select pg_advisory_xact_lock(hashtext('cliprelay.outbox'))")
                .execute());
        table.run(
                "insert into outbox (topic, key, subject, headers, payload) values ('upload-events', $1, $1, '{}', '{}')",
                Tuple.of(upload.toString()));
        assertThatOthersAreOrdered();
        assertThat(stage.commands.about(upload)).isEmpty();

        commit(relay);

        stage.awaitCommand(upload, 1);
        assertThat(stage.events.all(event -> upload.toString().equals(event.key())))
                .hasSize(1);
    }

    private void assertThatOthersAreOrdered() {
        UUID others = table.put(1, Instant.now());
        table.wakeAll();
        stage.awaitCommand(table.only(others), 1);
    }

    private static void createTopic(String platform) {
        Map<String, Object> kafka = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(Topics.platformUpload(platform), 1, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private SqlConnection begin() {
        SqlConnection connection = done(pool.getConnection());
        done(connection.begin());
        return connection;
    }

    private static void commit(SqlConnection connection) {
        done(connection.query("commit").execute());
        done(connection.close());
    }

    private static <T> T done(Uni<T> uni) {
        return uni.await().atMost(Stage.PATIENCE);
    }

    private Engines.Replica startReplica() {
        Engines.Replica replica = engines.start();
        replicas.add(replica);
        return replica;
    }

    private long openClaims(UUID clip) {
        return table.number(
                "select count(*) from scheduler_claim where claim_id in (select claimed_by from job where clip_id = $1)",
                clip);
    }

    private long claimsOf(UUID node) {
        return table.number("select count(*) from scheduler_claim where node_id = $1", node);
    }

    private UUID ghost() {
        UUID ghost = UUID.randomUUID();
        table.run(
                "insert into scheduler_node (node_id, beat, seen_at) values ($1, 5, scheduler_now())", Tuple.of(ghost));
        return ghost;
    }

    private void claimed(UUID clip, UUID by) {
        UUID claim = UUID.randomUUID();
        table.run(
                "update job set state = 'QUEUED', attempt = 1, claimed_by = $2, claimed_at = now(), updated_at = now() where clip_id = $1",
                Tuple.of(clip, claim));
        table.run(
                "insert into scheduler_claim select claimed_by, $2, claimed_at from job where clip_id = $1 limit 1",
                Tuple.of(clip, by));
    }

    private void cutAllConnections() {
        table.run(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
                Tuple.tuple());
    }

    private void awaitAllOnce(UUID clip, int count) {
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> assertThat(commands(clip)).hasSize(count));
        assertThat(commands(clip).values())
                .allSatisfy(ordered -> assertThat(ordered).hasSize(1));
    }

    private Map<String, List<ReceivedEvent>> commands(UUID clip) {
        String about = clip.toString();
        return stage.commands.all().stream()
                .filter(command -> command.value().contains(about))
                .collect(Collectors.groupingBy(ReceivedEvent::subject));
    }
}
