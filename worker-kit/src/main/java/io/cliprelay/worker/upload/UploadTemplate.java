package io.cliprelay.worker.upload;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.inbox.Step;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.inbox.UploadJournal;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;

/**
 * What happens to an upload from the moment that this process has taken it. Each step is written down before the next
 * one begins, so whoever takes the upload after a crash goes on from there.
 */
@ApplicationScoped
public class UploadTemplate {

    /** How often an attempt goes on after a time of not knowing, before the scheduler is asked. */
    private static final int RESUMES = 1;

    private final Authentication authentication;
    private final PlatformCalls calls;
    private final Transfer transfer;
    private final Preparation preparation;
    private final Reconciliation reconciliation;
    private final Publication publication;
    private final UploadJournal journal;
    private final Setbacks setbacks;
    private final boolean sandbox;

    UploadTemplate(
            Authentication authentication,
            PlatformCalls calls,
            Transfer transfer,
            Preparation preparation,
            Reconciliation reconciliation,
            Publication publication,
            UploadJournal journal,
            Setbacks setbacks,
            WorkerConfig config) {
        this.authentication = authentication;
        this.calls = calls;
        this.transfer = transfer;
        this.preparation = preparation;
        this.reconciliation = reconciliation;
        this.publication = publication;
        this.journal = journal;
        this.setbacks = setbacks;
        this.sandbox = config.sandbox();
    }

    /**
     * Works at an upload as far as it goes now.
     *
     * @return when to look at it again; empty where nothing is left to do here
     */
    public Uni<Optional<Instant>> run(StoredUpload taken) {
        AtomicBoolean admitted = new AtomicBoolean();
        return begin(taken)
                .chain(() -> setbacks.overcome(taken, (upload, setback) -> advance(upload, setback, admitted)));
    }

    private Uni<Void> begin(StoredUpload upload) {
        return upload.step() == Step.READY
                ? journal.started(upload)
                : Uni.createFrom().voidItem();
    }

    private Uni<Optional<Instant>> advance(
            StoredUpload upload, Optional<UploadException> lastSetback, AtomicBoolean admitted) {
        SandboxOnly.require(upload.command().content(), sandbox);
        return questioned(upload).chain(authentication::of).chain(running -> admit(running, admitted)
                .chain(() -> advance(running, lastSetback))
                .onFailure(UploadTemplate::tokenRefused)
                .invoke(() -> authentication.renew(running)));
    }

    /** Once a run: one that was let through to try is not turned away when it tries again a second later. */
    private Uni<Void> admit(RunningUpload upload, AtomicBoolean admitted) {
        return admitted.get()
                ? Uni.createFrom().voidItem()
                : calls.admit(upload).invoke(() -> admitted.set(true));
    }

    private static boolean tokenRefused(Throwable failure) {
        return failure instanceof UploadException refusal && refusal.tokenRefused();
    }

    /** An intent without an outcome is written down as a question first, so that no later failure passes for its answer. */
    private Uni<StoredUpload> questioned(StoredUpload upload) {
        boolean acting = upload.step() == Step.TRANSFER || upload.step() == Step.PREPARE;
        return acting && upload.intentAt().isPresent()
                ? journal.reconciling(upload).chain(() -> journal.current(upload))
                : Uni.createFrom().item(upload);
    }

    private Uni<Optional<Instant>> advance(RunningUpload upload, Optional<UploadException> lastSetback) {
        return switch (upload.stored().step()) {
            case READY, TRANSFER -> send(upload);
            case PREPARE -> preparation.status(upload).chain(status -> prepare(upload, status));
            case RECONCILE -> reconcile(upload, lastSetback);
            case INSPECT -> publication.inspect(upload, upload.stored().postId().orElseThrow());
            case FOLLOW_UP ->
                publication.followUp(upload, upload.stored().postId().orElseThrow());
            case DONE, FAILED -> Uni.createFrom().item(Optional.empty());
        };
    }

    private Uni<Optional<Instant>> send(RunningUpload upload) {
        return transfer.run(upload).chain(end -> afterTransfer(upload, end));
    }

    private Uni<Optional<Instant>> afterTransfer(RunningUpload upload, SessionStatus end) {
        return switch (end) {
            case SessionStatus.Completed completed -> completed(upload, completed.postId());
            case SessionStatus.Failed failed -> rejected(upload, failed);
            case SessionStatus.Preparing preparing -> transferred(upload, preparing);
            case SessionStatus.Ready ready -> transferred(upload, ready);
            case SessionStatus.Open open -> sendOn(upload);
            case SessionStatus.Gone gone -> sendOn(upload);
        };
    }

    private Uni<Optional<Instant>> transferred(RunningUpload upload, SessionStatus status) {
        return journal.transferred(upload.stored())
                .chain(() -> journal.current(upload.stored()))
                .chain(now -> prepare(upload.at(now), status));
    }

    private Uni<Optional<Instant>> prepare(RunningUpload upload, SessionStatus status) {
        return switch (status) {
            case SessionStatus.Preparing preparing -> preparation.askAgain(upload, preparing);
            case SessionStatus.Ready ready -> ready(upload, ready);
            case SessionStatus.Completed completed -> completed(upload, completed.postId());
            case SessionStatus.Failed failed -> rejected(upload, failed);
            case SessionStatus.Open open -> sendOn(upload);
            case SessionStatus.Gone gone -> sendOn(upload);
        };
    }

    private Uni<Optional<Instant>> ready(RunningUpload upload, SessionStatus.Ready ready) {
        return switch (upload.mode()) {
            case DRAFT -> journal.drafted(upload.stored(), ready.expiresAt()).replaceWith(Optional.empty());
            case PUBLISH -> preparation.publish(upload).chain(postId -> completed(upload, postId));
        };
    }

    /** The platform wants bytes after all; a lost session is looked into there. */
    private Uni<Optional<Instant>> sendOn(RunningUpload upload) {
        return journal.untransferred(upload.stored())
                .chain(() -> journal.current(upload.stored()))
                .chain(now -> send(upload.at(now)));
    }

    private Uni<Optional<Instant>> rejected(RunningUpload upload, SessionStatus.Failed failed) {
        return journal.rejected(upload.stored(), failed.failure()).replaceWith(Optional.empty());
    }

    private Uni<Optional<Instant>> completed(RunningUpload upload, String postId) {
        return journal.completed(upload.stored(), postId)
                .chain(() -> journal.current(upload.stored()))
                .chain(now -> publication.inspect(upload.at(now), postId));
    }

    private Uni<Optional<Instant>> reconcile(RunningUpload upload, Optional<UploadException> lastSetback) {
        return reconciliation.look(upload).chain(status -> afterLook(upload, status, lastSetback));
    }

    private Uni<Optional<Instant>> afterLook(
            RunningUpload upload, SessionStatus status, Optional<UploadException> lastSetback) {
        return switch (status) {
            case SessionStatus.Completed completed -> completed(upload, completed.postId());
            case SessionStatus.Failed failed -> rejected(upload, failed);
            case SessionStatus.Open open -> goOn(upload, lastSetback);
            case SessionStatus.Preparing preparing -> goOn(upload, lastSetback);
            case SessionStatus.Ready ready -> goOn(upload, lastSetback);
            case SessionStatus.Gone gone -> journal.abandoned(upload.stored()).chain(() -> goOn(upload, lastSetback));
        };
    }

    /** It is proved that nothing was published: sending goes on, unless that was refused, or tried often enough. */
    private Uni<Optional<Instant>> goOn(RunningUpload upload, Optional<UploadException> lastSetback) {
        Optional<UploadFailure> enough = upload.stored()
                .verdict()
                .or(() -> lastSetback.map(UploadException::failure))
                .or(() -> inCircles(upload.stored()));
        return enough.map(failure -> giveUp(upload, failure)).orElseGet(() -> resume(upload));
    }

    private Uni<Optional<Instant>> resume(RunningUpload upload) {
        return journal.resumed(upload.stored())
                .chain(() -> journal.current(upload.stored()))
                .chain(now -> send(upload.at(now)));
    }

    private static Optional<UploadFailure> inCircles(StoredUpload stored) {
        return stored.resumes() < RESUMES
                ? Optional.empty()
                : Optional.of(new UploadFailure.Transient(new UploadFailure.Reason(
                        "upload.no-outcome",
                        "Upload %s was sent again and again without an answer; the platform has not published it"
                                .formatted(stored.id()),
                        "Nothing to do: it is tried again later.")));
    }

    /**
     * Tried often enough, and the platform says that nothing was published: the failure is what it is. It ends the attempt
     * here, since one that is thrown would be tried again on the spot.
     */
    private Uni<Optional<Instant>> giveUp(RunningUpload upload, UploadFailure failure) {
        return journal.failed(upload.stored(), failure).replaceWith(Optional.empty());
    }
}
