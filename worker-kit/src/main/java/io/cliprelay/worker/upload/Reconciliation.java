package io.cliprelay.worker.upload;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;

/**
 * Finds out whether an upload that may have been published was: by its session, and where that is gone, by the
 * platform's own list of posts. It reads and never sends.
 */
@ApplicationScoped
class Reconciliation {

    private final PlatformUploader uploader;
    private final WorkerConfig.Polling polling;
    private final InstantSource clock;

    Reconciliation(PlatformUploader uploader, WorkerConfig config, InstantSource clock) {
        this.uploader = uploader;
        this.polling = config.polling();
        this.clock = clock;
    }

    /**
     * Looks.
     *
     * @return {@code Open}: proved not published, the session goes on; {@code Completed}: published; {@code Gone}: proved
     *     not published, and the session is dead. Fails while there is no proof.
     */
    Uni<SessionStatus> look(RunningUpload upload) {
        return uploader.status(upload.request(), upload.stored().handle().orElseThrow())
                .onFailure(Reconciliation::endedInFailure)
                .recoverWithItem(new SessionStatus.Gone())
                .chain(status -> judge(upload, status));
    }

    /** A session that ended in a failure repeats it to whoever asks: it is as dead as one that is gone. */
    private static boolean endedInFailure(Throwable failure) {
        return failure instanceof UploadException ended
                && !ended.effectPossible()
                && switch (ended.failure()) {
                    case UploadFailure.InvalidInput invalid -> true;
                    case UploadFailure.ContentRejected rejected -> true;
                    case UploadFailure.Transient passing -> false;
                    case UploadFailure.RateLimited limited -> false;
                    case UploadFailure.QuotaExhausted exhausted -> false;
                    case UploadFailure.Auth auth -> false;
                    case UploadFailure.Unknown unknown -> false;
                };
    }

    private Uni<SessionStatus> judge(RunningUpload upload, SessionStatus status) {
        return switch (status) {
            case SessionStatus.Completed completed -> Uni.createFrom().item(completed);
            // A session with all bytes that does not say so proves nothing: such videos were seen live.
            case SessionStatus.Open open ->
                open.offset() < upload.stored().totalBytes() ? Uni.createFrom().item(open) : find(upload, false);
            case SessionStatus.Gone gone -> find(upload, true);
        };
    }

    private Uni<SessionStatus> find(RunningUpload upload, boolean sessionGone) {
        return uploader.find(
                        upload.request(), upload.stored().handle().orElseThrow().openedAt())
                .map(found -> found.<SessionStatus>map(SessionStatus.Completed::new)
                        .orElseGet(() -> absent(upload.stored(), sessionGone)));
    }

    private SessionStatus absent(StoredUpload stored, boolean sessionGone) {
        if (sessionGone && provedAbsent(stored, polling, clock.instant())) {
            return new SessionStatus.Gone();
        }
        throw UploadException.unclear(
                new UploadFailure.Unknown(new UploadFailure.Reason(
                        "upload.unconfirmed",
                        "The platform does not show upload %s, and cannot yet be said not to have it"
                                .formatted(stored.id()),
                        "Nothing to do: it is looked up again until that is certain.")),
                null);
    }

    /** The list may lag: absence is proved when it has been looked at again after the longest lag. */
    static boolean provedAbsent(StoredUpload stored, WorkerConfig.Polling polling, Instant now) {
        return stored.unclearAt()
                .filter(since -> stored.looks() >= 1 && !now.isBefore(since.plus(polling.listLag())))
                .isPresent();
    }
}
