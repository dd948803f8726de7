package io.cliprelay.gateway.status;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.contracts.upload.UploadState;

import static io.cliprelay.contracts.upload.UploadState.DRAFTED;
import static io.cliprelay.contracts.upload.UploadState.FAILED;
import static io.cliprelay.contracts.upload.UploadState.PROCESSING;
import static io.cliprelay.contracts.upload.UploadState.PUBLISHED;
import static io.cliprelay.contracts.upload.UploadState.QUEUED;
import static io.cliprelay.contracts.upload.UploadState.RETRY_WAIT;
import static io.cliprelay.contracts.upload.UploadState.SCHEDULED;
import static io.cliprelay.contracts.upload.UploadState.UNCONFIRMED;
import static io.cliprelay.contracts.upload.UploadState.UPLOADING;
import static org.assertj.core.api.Assertions.assertThat;

class UploadStatusTest {

    private static final Instant DUE = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-06-01T12:05:00Z");
    private static final UploadRef UPLOAD =
            new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "youtube", UUID.randomUUID());
    private static final UploadFailure FAILURE =
            new UploadFailure.Transient(new UploadFailure.Reason("backendError", "HTTP 503", "Wait."));

    @Test
    void anUploadMovesWithItsEvents() {
        assertThat(states(queued(1), started(1), processing(1), published(1)))
                .containsExactly(SCHEDULED, QUEUED, UPLOADING, PROCESSING, PUBLISHED);
    }

    @Test
    void aPublishedUploadShowsWhereItIs() {
        UploadStatus live = after(queued(1), started(1), processing(1), published(1));

        assertThat(live.platformPostId()).contains("vid1");
        assertThat(live.permalink()).contains(URI.create("https://example.org/vid1"));
        assertThat(live.publishedAt()).contains(LATER);
        assertThat(live.failure()).isEmpty();
    }

    @Test
    void aDraftShowsUntilWhenItCanBePublished() {
        UploadEvent drafted = new UploadEvent.Drafted(UPLOAD, 1, Optional.of("container1"), Optional.of(LATER));
        UploadStatus draft = after(queued(1), started(1), processing(1), drafted);

        assertThat(draft.state()).isEqualTo(DRAFTED);
        assertThat(draft.platformPostId()).contains("container1");
        assertThat(draft.draftExpiresAt()).contains(LATER);
    }

    @Test
    void aFailedAttemptIsFollowedByTheNext() {
        UploadStatus waiting = after(queued(1), started(1), retry(1));

        assertThat(waiting.state()).isEqualTo(RETRY_WAIT);
        assertThat(waiting.nextAttemptAt()).contains(LATER);
        assertThat(waiting.failure()).contains(FAILURE);
        assertThat(states(queued(1), started(1), retry(1), queued(2), started(2), failed(2)))
                .containsExactly(SCHEDULED, QUEUED, UPLOADING, RETRY_WAIT, QUEUED, UPLOADING, FAILED);
    }

    @Test
    void theNextAttemptClearsWhatTheLastLeft() {
        UploadStatus again = after(queued(1), started(1), retry(1), queued(2));

        assertThat(again.nextAttemptAt()).isEmpty();
        assertThat(again.failure()).isEmpty();
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void aRepeatTellsNothing() {
        assertThat(states(queued(1), queued(1), started(1), queued(1), started(1)))
                .containsExactly(SCHEDULED, QUEUED, UPLOADING);
    }

    @Test
    void anEventThatWasOvertakenTellsNothing() {
        assertThat(states(started(1), queued(1))).containsExactly(SCHEDULED, UPLOADING);
        assertThat(states(queued(1), processing(1), started(1))).containsExactly(SCHEDULED, QUEUED, PROCESSING);
        assertThat(states(queued(1), started(1), queued(2), retry(1)))
                .containsExactly(SCHEDULED, QUEUED, UPLOADING, QUEUED);
        assertThat(states(queued(1), retry(1), started(1))).containsExactly(SCHEDULED, QUEUED, RETRY_WAIT);
    }

    @Test
    void nothingFollowsTheEnd() {
        assertThat(states(published(1), queued(2), failed(2))).containsExactly(SCHEDULED, PUBLISHED);
        assertThat(states(failed(3), published(3))).containsExactly(SCHEDULED, FAILED);
    }

    @Test
    void anUnclearAttemptCanGoOn() {
        assertThat(states(queued(1), started(1), unconfirmed(1), processing(1), published(1)))
                .containsExactly(SCHEDULED, QUEUED, UPLOADING, UNCONFIRMED, PROCESSING, PUBLISHED);
    }

    @Test
    void anEventWithoutAStateChangesNone() {
        assertThat(states(queued(1), started(1), new UploadEvent.AttemptFailed(UPLOAD, 1, FAILURE)))
                .containsExactly(SCHEDULED, QUEUED, UPLOADING);
    }

    private static UploadStatus after(UploadEvent... events) {
        UploadStatus status = UploadStatus.scheduled(DUE);
        for (UploadEvent event : events) {
            status = status.after(event).orElse(status);
        }
        return status;
    }

    private static List<UploadState> states(UploadEvent... events) {
        List<UploadState> states = new ArrayList<>(List.of(SCHEDULED));
        for (int count = 1; count <= events.length; count++) {
            UploadState state = after(Arrays.copyOf(events, count)).state();
            if (state != states.getLast()) {
                states.add(state);
            }
        }
        return states;
    }

    private static UploadEvent queued(int attempt) {
        return new UploadEvent.Queued(UPLOAD, attempt, DUE);
    }

    private static UploadEvent started(int attempt) {
        return new UploadEvent.Started(UPLOAD, attempt);
    }

    private static UploadEvent processing(int attempt) {
        return new UploadEvent.Processing(UPLOAD, attempt, Optional.of("vid1"));
    }

    private static UploadEvent unconfirmed(int attempt) {
        return new UploadEvent.Unconfirmed(UPLOAD, attempt, FAILURE);
    }

    private static UploadEvent retry(int attempt) {
        return new UploadEvent.RetryScheduled(UPLOAD, attempt, FAILURE, LATER);
    }

    private static UploadEvent failed(int attempt) {
        return new UploadEvent.Failed(UPLOAD, attempt, FAILURE);
    }

    private static UploadEvent published(int attempt) {
        return new UploadEvent.Published(
                UPLOAD,
                attempt,
                new UploadEvent.Publication("vid1", URI.create("https://example.org/vid1"), LATER),
                DUE);
    }
}
