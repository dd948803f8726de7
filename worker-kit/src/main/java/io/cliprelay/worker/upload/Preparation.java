package io.cliprelay.worker.upload;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.inbox.UploadJournal;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/** What lies between the last byte and the post, where the platform publishes only when told to. */
@ApplicationScoped
class Preparation {

    private final PlatformUploader uploader;
    private final PlatformCalls calls;
    private final UploadJournal journal;
    private final WorkerConfig.Polling polling;
    private final InstantSource clock;

    Preparation(
            PlatformUploader uploader,
            PlatformCalls calls,
            UploadJournal journal,
            WorkerConfig config,
            InstantSource clock) {
        this.uploader = uploader;
        this.calls = calls;
        this.journal = journal;
        this.polling = config.polling();
        this.clock = clock;
    }

    Uni<SessionStatus> status(RunningUpload upload) {
        return calls.make(upload, Call.STATUS, () -> uploader.status(upload.request(), handle(upload)));
    }

    /** The platform is not ready; yields when to ask again. */
    Uni<Optional<Instant>> askAgain(RunningUpload upload, SessionStatus.Preparing preparing) {
        StoredUpload stored = upload.stored();
        if (Publication.takenDown(stored, polling, clock.instant())) {
            return Uni.createFrom().failure(UploadException.refused(neverReady(stored)));
        }
        Instant next = clock.instant().plus(NextStep.pause(stored.looks(), polling));
        return moved(stored, preparing.moved())
                .chain(() -> journal.stillPreparing(stored, next))
                .replaceWith(Optional.of(next));
    }

    /** Publishes, after the intent was committed; yields the post's id. */
    Uni<String> publish(RunningUpload upload) {
        // The intent is the last thing before the call: a replica that lost its lease meanwhile is stopped by it.
        Uni<String> call = calls.make(upload, Call.PUBLISH, () -> journal.intends(upload.stored())
                .chain(() -> uploader.publish(fenced(upload), handle(upload))));
        return Intent.withdrawnIfRefused(call, journal, upload.stored());
    }

    private UploadRequest fenced(RunningUpload upload) {
        return upload.request().fencedBy(() -> journal.stillIntends(upload.stored()));
    }

    private Uni<Void> moved(StoredUpload stored, Optional<RemoteHandle> moved) {
        return moved.map(handle -> journal.moved(stored, handle))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static RemoteHandle handle(RunningUpload upload) {
        return upload.stored().handle().orElseThrow();
    }

    private static UploadFailure neverReady(StoredUpload stored) {
        return new UploadFailure.Unknown(new UploadFailure.Reason(
                "upload.never-ready",
                "The platform has all bytes of upload %s and did not get it ready to be published"
                        .formatted(stored.id()),
                "Look at the platform's status page, then submit the clip again."));
    }
}
