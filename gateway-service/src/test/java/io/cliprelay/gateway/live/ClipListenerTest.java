package io.cliprelay.gateway.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadPhase;
import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadStatus;

import static org.assertj.core.api.Assertions.assertThat;

class ClipListenerTest {

    private static final UploadRef REF =
            new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "youtube", UUID.randomUUID());
    private static final Upload STORED =
            new Upload(REF.uploadId(), "youtube", REF.accountId(), "demo", UploadStatus.scheduled(Instant.EPOCH));

    private final AtomicReference<ClipListener> listener = new AtomicReference<>();
    private final AssertSubscriber<Moment> watcher = Moments.of(emitter -> listener.set(new ClipListener(emitter)))
            .subscribe()
            .withSubscriber(AssertSubscriber.create(0));

    @Test
    void aSlowWatcherMissesProgressButNoChange() {
        listener.get().onStored(List.of(STORED));
        for (int bytes = 0; bytes < 1000; bytes++) {
            listener.get().on(progress(bytes));
        }
        listener.get().on(new UploadEvent.Queued(REF, 1, Instant.EPOCH));

        watcher.request(Long.MAX_VALUE);

        assertThat(states()).containsExactly(UploadState.SCHEDULED, UploadState.QUEUED);
        assertThat(watcher.getItems()).hasSize(2);
    }

    @Test
    void aWatcherThatReadsNothingIsLeftBehind() {
        List<Upload> uploads = Stream.generate(ClipListenerTest::another)
                .limit(Moments.MOST_WAITING + 2)
                .toList();

        listener.get().onStored(uploads);
        watcher.request(Long.MAX_VALUE);

        watcher.awaitFailure();
        assertThat(watcher.getItems()).hasSizeLessThanOrEqualTo(Moments.MOST_WAITING);
    }

    @Test
    void whatHappensBeforeTheFirstLookIsNotLost() {
        watcher.request(Long.MAX_VALUE);
        listener.get().on(new UploadEvent.Queued(REF, 1, Instant.EPOCH));
        listener.get().on(new UploadEvent.Started(REF, 1));

        listener.get().onStored(List.of(STORED.at(queued())));

        assertThat(states()).containsExactly(UploadState.QUEUED, UploadState.UPLOADING);
    }

    @Test
    void aMissedEventIsMadeUpForByTheNextLook() {
        watcher.request(Long.MAX_VALUE);
        listener.get().onStored(List.of(STORED));

        listener.get().onStored(List.of(STORED.at(queued())));
        listener.get().onStored(List.of(STORED));

        assertThat(states()).containsExactly(UploadState.SCHEDULED, UploadState.QUEUED);
    }

    private static Upload another() {
        return new Upload(UUID.randomUUID(), "youtube", REF.accountId(), "demo", STORED.status());
    }

    private static UploadStatus queued() {
        return STORED.status()
                .after(new UploadEvent.Queued(REF, 1, Instant.EPOCH))
                .orElseThrow();
    }

    private static UploadProgress progress(long bytes) {
        return new UploadProgress(REF, 1, UploadPhase.TRANSFERRING, bytes, 1000, 10, Optional.empty(), Instant.EPOCH);
    }

    private List<UploadState> states() {
        return watcher.getItems().stream()
                .filter(Moment.Changed.class::isInstance)
                .map(Moment.Changed.class::cast)
                .map(changed -> changed.upload().state())
                .toList();
    }
}
