package io.cliprelay.worker.upload;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.inbox.UploadJournal;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/**
 * Finds out whether an upload that may have been published was: by its session, and where that is gone, by the
 * platform's own list of posts. It sends no bytes and opens nothing. On a platform without such a list the search may
 * have an effect: see {@link PlatformUploader#find}.
 */
@ApplicationScoped
class Reconciliation {

    private final PlatformUploader uploader;
    private final PlatformCalls calls;
    private final UploadJournal journal;
    private final WorkerConfig.Polling polling;
    private final InstantSource clock;

    Reconciliation(
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

    /**
     * Looks.
     *
     * @return {@code Completed}: published; {@code Failed}: it never will be; {@code Gone}: proved not published, and the
     *     session is dead; anything else: proved not published, and the session goes on. Fails while there is no proof.
     */
    Uni<SessionStatus> look(RunningUpload upload) {
        return upload.stored().handle().isEmpty()
                // A crash right after the session was proved dead and let go: the proof still holds.
                ? Uni.createFrom().item(new SessionStatus.Gone())
                : ask(upload);
    }

    private Uni<SessionStatus> ask(RunningUpload upload) {
        return calls.make(upload, Call.STATUS, () -> uploader.status(upload.request(), handle(upload)))
                .chain(status -> judge(upload, status));
    }

    private Uni<SessionStatus> judge(RunningUpload upload, SessionStatus status) {
        return switch (status) {
            case SessionStatus.Completed completed -> Uni.createFrom().item(completed);
            case SessionStatus.Failed failed -> Uni.createFrom().item(failed);
            // A session with all bytes that does not say so proves nothing: such videos were seen live.
            case SessionStatus.Open open ->
                open.offset() < upload.stored().totalBytes() ? Uni.createFrom().item(open) : find(upload, open);
            // The word of a publishing call may come late.
            case SessionStatus.Preparing preparing -> find(upload, preparing);
            case SessionStatus.Ready ready -> find(upload, ready);
            case SessionStatus.Gone gone -> find(upload, gone);
        };
    }

    private Uni<SessionStatus> find(RunningUpload upload, SessionStatus session) {
        return calls.make(
                        upload,
                        Call.FIND,
                        () -> uploader.find(
                                fenced(upload), handle(upload), upload.stored().intentAt()))
                .chain(finding -> checked(upload.stored(), finding))
                .chain(finding -> conclude(upload.stored(), session, finding));
    }

    /** A search that sends the publishing call again does so as the owner only. */
    private UploadRequest fenced(RunningUpload upload) {
        return upload.request().fencedBy(() -> journal.stillIntends(upload.stored()));
    }

    /** A search by text may find the post of an upload with the same text, which proves nothing of this one. */
    private Uni<Finding> checked(StoredUpload stored, Finding finding) {
        return finding instanceof Finding.Alike alike
                ? journal.mayBePostOfAnother(stored, alike.postId())
                        .map(anothers -> anothers
                                ? new Finding.Unknowable(anothers(alike.postId()))
                                : new Finding.Found(alike.postId()))
                : Uni.createFrom().item(finding);
    }

    private static UploadFailure.Reason anothers(String postId) {
        return new UploadFailure.Reason(
                "post.of-another-upload",
                "The platform shows post %s, which is or may be that of another upload with the same text"
                        .formatted(postId),
                "Look on the platform whether there are two, and say so: cliprelay settle.");
    }

    private Uni<SessionStatus> conclude(StoredUpload stored, SessionStatus session, Finding finding) {
        return switch (finding) {
            case Finding.Found found -> Uni.createFrom().item(new SessionStatus.Completed(found.postId()));
            case Finding.Alike unchecked -> throw new IllegalStateException("not checked: " + unchecked);
            case Finding.Absent absent -> absent(stored, session);
            case Finding.Unknowable unknowable ->
                Uni.createFrom().failure(UploadException.unclear(new UploadFailure.Unknown(unknowable.reason()), null));
        };
    }

    /** A session that has all bytes and publishes by itself may do so yet; any other needs a call of ours. */
    private Uni<SessionStatus> absent(StoredUpload stored, SessionStatus session) {
        if (session instanceof SessionStatus.Open) {
            return Uni.createFrom().failure(notYetCertain(stored));
        }
        return provedAbsent(stored, polling, clock.instant())
                ? Uni.createFrom().item(session)
                : journal.lookedInVain(stored).chain(() -> Uni.createFrom().failure(notYetCertain(stored)));
    }

    private static UploadException notYetCertain(StoredUpload stored) {
        return UploadException.unclear(
                new UploadFailure.Unknown(new UploadFailure.Reason(
                        "upload.unconfirmed",
                        "The platform does not show upload %s, and cannot yet be said not to have it"
                                .formatted(stored.id()),
                        "Nothing to do: it is looked up again until that is certain.")),
                null);
    }

    private static RemoteHandle handle(RunningUpload upload) {
        return upload.stored().handle().orElseThrow();
    }

    /**
     * The list may lag: absence is proved by an answer that comes the longest lag after the first one that did not show it.
     * A time without an answer proves nothing.
     */
    static boolean provedAbsent(StoredUpload stored, WorkerConfig.Polling polling, Instant now) {
        return stored.missingAt()
                .filter(since -> !now.isBefore(since.plus(polling.listLag())))
                .isPresent();
    }
}
