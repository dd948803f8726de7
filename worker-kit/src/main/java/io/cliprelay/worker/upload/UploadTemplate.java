package io.cliprelay.worker.upload;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.inbox.Step;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.inbox.UploadJournal;
import io.cliprelay.worker.spi.SessionStatus;

/**
 * What happens to an upload from the moment that this process has taken it. Each step is written down before the next
 * one begins, so whoever takes the upload after a crash goes on from there.
 */
@ApplicationScoped
public class UploadTemplate {

    private final Authentication authentication;
    private final Transfer transfer;
    private final Reconciliation reconciliation;
    private final Publication publication;
    private final UploadJournal journal;
    private final Setbacks setbacks;

    UploadTemplate(
            Authentication authentication,
            Transfer transfer,
            Reconciliation reconciliation,
            Publication publication,
            UploadJournal journal,
            Setbacks setbacks) {
        this.authentication = authentication;
        this.transfer = transfer;
        this.reconciliation = reconciliation;
        this.publication = publication;
        this.journal = journal;
        this.setbacks = setbacks;
    }

    /**
     * Works at an upload as far as it goes now.
     *
     * @return when to look at it again; empty where nothing is left to do here
     */
    public Uni<Optional<Instant>> run(StoredUpload taken) {
        return begin(taken).chain(() -> setbacks.overcome(taken, this::advance));
    }

    private Uni<Void> begin(StoredUpload upload) {
        return upload.step() == Step.READY
                ? journal.started(upload)
                : Uni.createFrom().voidItem();
    }

    private Uni<Optional<Instant>> advance(StoredUpload upload) {
        return authentication.of(upload).chain(this::advance);
    }

    private Uni<Optional<Instant>> advance(RunningUpload upload) {
        return switch (upload.stored().step()) {
            case READY, TRANSFER ->
                upload.stored().intentAt().isPresent() ? reconcile(upload) : transferAndPublish(upload);
            case RECONCILE -> reconcile(upload);
            case INSPECT -> publication.inspect(upload, upload.stored().postId().orElseThrow());
            case FOLLOW_UP ->
                publication.followUp(upload, upload.stored().postId().orElseThrow());
            case DONE, FAILED -> Uni.createFrom().item(Optional.empty());
        };
    }

    private Uni<Optional<Instant>> transferAndPublish(RunningUpload upload) {
        return transfer.run(upload).chain(postId -> publish(upload, postId));
    }

    private Uni<Optional<Instant>> reconcile(RunningUpload upload) {
        return reconciliation.look(upload).chain(status -> afterLook(upload, status));
    }

    private Uni<Optional<Instant>> afterLook(RunningUpload upload, SessionStatus status) {
        return switch (status) {
            case SessionStatus.Completed completed -> publish(upload, completed.postId());
            case SessionStatus.Open open -> resume(upload);
            case SessionStatus.Gone gone -> journal.abandoned(upload.stored()).chain(() -> resume(upload));
        };
    }

    private Uni<Optional<Instant>> resume(RunningUpload upload) {
        return journal.resumed(upload.stored())
                .chain(() -> journal.current(upload.stored()))
                .map(now -> new RunningUpload(now, upload.token()))
                .chain(this::transferAndPublish);
    }

    private Uni<Optional<Instant>> publish(RunningUpload upload, String postId) {
        return journal.completed(upload.stored(), postId).chain(() -> publication.inspect(upload, postId));
    }
}
