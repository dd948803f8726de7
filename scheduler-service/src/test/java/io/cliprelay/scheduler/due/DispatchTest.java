package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class DispatchTest {

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
    void aClipThatIsDueIsOrderedAtOnceWithAllThatTheWorkerNeeds() {
        ClipSubmitted clip = Clips.dueAt(Instant.now().truncatedTo(ChronoUnit.MICROS));
        UUID upload = Clips.only(clip).uploadId();

        stage.submit(Clips.submitted(clip));

        ReceivedEvent command = stage.awaitCommand(upload, 1);
        assertThat(command.data(UploadCommand.class))
                .isEqualTo(new UploadCommand(
                        Clips.only(clip), 1, clip.uploads().getFirst().dueAt(), Clips.content()));
        assertThat(command.key()).isEqualTo(Clips.only(clip).accountId().toString());
        assertThat(command.tenant()).isEqualTo(Clips.TENANT);
        assertThat(command.headers().get("traceparent")).contains("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void aRedeliveredClipIsOrderedOnce() {
        EventEnvelope<ClipSubmitted> event = Clips.submitted(Clips.dueAt(Instant.now()));
        EventEnvelope<ClipSubmitted> sameClipAgain = Clips.submitted(event.data());

        stage.submit(event);
        stage.submit(event);
        stage.submit(sameClipAgain);

        assertNextIsOrdered(event.data().clipId());
        assertThat(stage.commands.about(Clips.only(event.data()).uploadId())).hasSize(1);
    }

    @Test
    void aScheduledClipIsOrderedSoonAfterItsInstantAndNeverBefore() {
        Instant due = Instant.now().plusMillis(1500);
        ClipSubmitted clip = Clips.dueAt(due);

        stage.submit(Clips.submitted(clip));

        stage.awaitCommand(Clips.only(clip).uploadId(), 1);
        Instant seen = Instant.now();
        assertThat(seen).isAfterOrEqualTo(due);
        // Far below the safety poll of these tests, far above the few milliseconds that it takes.
        assertThat(Duration.between(due, seen)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aRecordThatCannotBeReadIsSetAsideAndBlocksNothing() {
        UUID clip = UUID.randomUUID();
        stage.writer.send(
                Topics.CLIP_EVENTS, clip.toString(), Map.of("ce_type", "io.cliprelay.clip.submitted.v1"), "{");

        assertNextIsOrdered(clip);
        try (TopicReader dead = TopicReader.of(Topics.deadLetters(Topics.CLIP_EVENTS))) {
            await().atMost(Stage.PATIENCE).untilAsserted(() -> assertThat(dead.all())
                    .extracting(ReceivedEvent::key)
                    .contains(clip.toString()));
        }
    }

    /** Sends another clip on the same partition and waits for its command: what came before is handled then. */
    private void assertNextIsOrdered(UUID partitionKey) {
        ClipSubmitted next = Clips.dueAt(Instant.now());
        stage.writer.send(Topics.CLIP_EVENTS, partitionKey, Clips.submitted(next));
        stage.awaitCommand(Clips.only(next).uploadId(), 1);
    }
}
