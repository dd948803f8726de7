package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class UnansweredCommandTest {

    @Inject
    SilenceWatch watch;

    @Inject
    Pool pool;

    private Stage stage;
    private UUID upload;

    @BeforeEach
    void order() {
        stage = new Stage();
        ClipSubmitted clip = Clips.dueAt(Instant.now());
        upload = Clips.only(clip).uploadId();
        stage.submit(Clips.submitted(clip));
        stage.awaitCommand(upload, 1);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aCommandThatNobodyAnswersIsSentAgainAsTheSameAttempt() {
        age("20 minutes");

        repeat();

        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> assertThat(stage.commands.about(upload)).hasSize(2));
        assertThat(stage.commands.about(upload))
                .extracting(command -> command.data(UploadCommand.class))
                .allSatisfy(command -> assertThat(command.attempt()).isEqualTo(1));
    }

    @Test
    void aCommandIsGivenTimeToBeAnswered() {
        age("1 minute");

        repeat();

        assertThat(stage.commands.about(upload)).extracting(ReceivedEvent::key).hasSize(1);
    }

    private void repeat() {
        watch.repeatSilentSince(Instant.now().minus(Duration.ofMinutes(10)))
                .await()
                .atMost(Stage.PATIENCE);
    }

    private void age(String by) {
        pool.preparedQuery(
                        "update job set updated_at = now() - cast(cast($2 as text) as interval) where upload_id = $1")
                .execute(Tuple.of(upload, by))
                .await()
                .atMost(Stage.PATIENCE);
    }
}
