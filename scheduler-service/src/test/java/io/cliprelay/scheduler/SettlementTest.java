package io.cliprelay.scheduler;

import java.time.Instant;
import java.util.Optional;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.UploadSettled;
import io.cliprelay.contracts.upload.SettleCommand;
import io.cliprelay.contracts.upload.Settlement;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person says of an unconfirmed upload. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class SettlementTest {

    private static final Settlement UNPUBLISHED = new Settlement(false, Optional.empty(), Optional.empty(), "anna");

    @Test
    void itIsPassedOnToTheWorkerWithTheTimeAtWhichItWasSaid() {
        ClipSubmitted clip = Clips.dueAt(Instant.now());
        UploadRef upload = Clips.only(clip);
        Instant said = Instant.parse("2026-01-02T03:04:05Z");
        UploadSettled settled = new UploadSettled(clip.clipId(), upload, Optional.of(1), UNPUBLISHED);
        try (Stage stage = new Stage()) {
            stage.settle(EventEnvelope.of("/test/gateway", clip.clipId().toString(), Clips.TENANT, said, settled));

            ReceivedEvent command = stage.awaitCommand(upload.uploadId(), 1);

            assertThat(command.data(SettleCommand.class))
                    .isEqualTo(new SettleCommand(upload, Optional.of(1), UNPUBLISHED));
            assertThat(command.headers()).containsEntry(CloudEventHeaders.TIME, said.toString());
        }
    }
}
