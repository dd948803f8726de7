package io.cliprelay.scheduler.due;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;
import io.cliprelay.scheduler.job.JobStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TwoDispatchersTest {

    private static final int JOBS = 3000;

    @Inject
    Pool pool;

    @Inject
    JobStore jobs;

    @Inject
    Dispatcher dispatcher;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void thousandsOfJobsAreOrderedOnceEachBySeveralThatWorkSideBySide() {
        ClipSubmitted clip = Clips.ofMany(JOBS, Instant.now());
        pool.withTransaction(tx -> jobs.add(tx, Clips.TENANT, clip, Optional.empty()))
                .await()
                .atMost(Stage.PATIENCE);

        // Beside the engine, which finds them by itself.
        Uni.join()
                .all(untilNothingIsDue(), untilNothingIsDue())
                .andFailFast()
                .await()
                .atMost(Stage.PATIENCE);

        Set<UUID> uploads = clip.uploads().stream().map(PlannedUpload::uploadId).collect(Collectors.toSet());
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> assertThat(commands(uploads).keySet()).hasSize(JOBS));
        assertThat(commands(uploads).values())
                .allSatisfy(ordered -> assertThat(ordered).singleElement().satisfies(command -> assertThat(
                                command.data(UploadCommand.class).attempt())
                        .isEqualTo(1)));
        assertThat(stage.events.all(event ->
                        event.is(UploadEvent.Queued.class) && uploads.contains(UUID.fromString(event.subject()))))
                .hasSize(JOBS);
    }

    private Uni<Void> untilNothingIsDue() {
        return dispatcher
                .dispatchDue()
                .repeat()
                .until(pass -> pass.dispatched().isEmpty())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Map<UUID, List<ReceivedEvent>> commands(Set<UUID> uploads) {
        return stage.commands.all().stream()
                .filter(command -> uploads.contains(UUID.fromString(command.subject())))
                .collect(Collectors.groupingBy(command -> UUID.fromString(command.subject())));
    }
}
