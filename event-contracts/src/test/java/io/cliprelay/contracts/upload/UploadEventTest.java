package io.cliprelay.contracts.upload;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadEvent.Publication;

import static org.assertj.core.api.Assertions.assertThat;

class UploadEventTest {

    private static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");
    private static final UploadRef UPLOAD = new UploadRef(new UUID(1, 1), new UUID(2, 2), "youtube", new UUID(3, 3));
    private static final UploadFailure FAILURE = new UploadFailure.Transient(new UploadFailure.Reason("a", "b", "c"));

    @Test
    void eachSaysTheStateItLeadsTo() {
        assertState(new UploadEvent.Queued(UPLOAD, 1, NOW), UploadState.QUEUED);
        assertState(new UploadEvent.Started(UPLOAD, 1), UploadState.UPLOADING);
        assertState(new UploadEvent.Processing(UPLOAD, 1, Optional.of("p")), UploadState.PROCESSING);
        assertState(
                new UploadEvent.Published(UPLOAD, 1, new Publication("p", URI.create("https://x"), NOW), NOW),
                UploadState.PUBLISHED);
        assertState(new UploadEvent.Unconfirmed(UPLOAD, 1, FAILURE), UploadState.UNCONFIRMED);
        assertState(new UploadEvent.RetryScheduled(UPLOAD, 1, FAILURE, NOW), UploadState.RETRY_WAIT);
        assertState(new UploadEvent.Failed(UPLOAD, 1, FAILURE), UploadState.FAILED);
        assertState(
                new UploadEvent.Held(UPLOAD, 0, new Hold(HoldCause.ACCOUNT, NOW, Optional.empty(), FAILURE.reason())),
                UploadState.HELD);
        assertState(new UploadEvent.Cancelled(UPLOAD, 0, FAILURE.reason()), UploadState.CANCELLED);
    }

    @Test
    void anotherDueInstantIsOfTheFirstAttemptOrOfAnother() {
        UploadFailure.Reason reason = FAILURE.reason();

        assertState(new UploadEvent.Scheduled(UPLOAD, 0, NOW, reason), UploadState.SCHEDULED);
        assertState(new UploadEvent.Scheduled(UPLOAD, 1, NOW, reason), UploadState.RETRY_WAIT);
    }

    @Test
    void whatAFailedAttemptLeadsToIsTheSchedulersToSay() {
        assertThat(new UploadEvent.AttemptFailed(UPLOAD, 1, FAILURE).state()).isEmpty();
    }

    private static void assertState(UploadEvent event, UploadState state) {
        assertThat(event.state()).contains(state);
    }
}
