package io.cliprelay.worker.upload;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadPhase;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.inbox.Step;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.inbox.UploadJournal;
import io.cliprelay.worker.media.MediaSources;
import io.cliprelay.worker.progress.ProgressReports;
import io.cliprelay.worker.progress.TransferMeter;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.PlatformUploader;

/** Asks until the platform says that a post is live, says so then, and does what is left to do. */
@ApplicationScoped
class Publication {

    private final PlatformUploader uploader;
    private final PlatformCalls calls;
    private final UploadJournal journal;
    private final MediaSources sources;
    private final ProgressReports reports;
    private final WorkerConfig.Polling polling;
    private final InstantSource clock;

    Publication(
            PlatformUploader uploader,
            PlatformCalls calls,
            UploadJournal journal,
            MediaSources sources,
            ProgressReports reports,
            WorkerConfig config,
            InstantSource clock) {
        this.uploader = uploader;
        this.calls = calls;
        this.journal = journal;
        this.sources = sources;
        this.reports = reports;
        this.polling = config.polling();
        this.clock = clock;
    }

    /** Asks once; yields when to ask again. */
    Uni<Optional<Instant>> inspect(RunningUpload upload, String postId) {
        tellProcessing(upload.stored());
        return calls.make(upload, Call.INSPECT, () -> uploader.inspect(upload.request(), postId))
                .chain(found -> conclude(upload, postId, found));
    }

    /** Does what is left to do for a live post. */
    Uni<Optional<Instant>> followUp(RunningUpload upload, String postId) {
        return thumbnail(upload.stored())
                .chain(image ->
                        calls.make(upload, Call.COMPLETE, () -> uploader.complete(upload.request(), postId, image)))
                .chain(() -> journal.done(upload.stored()))
                .replaceWith(Optional.empty());
    }

    private Uni<Optional<Instant>> conclude(RunningUpload upload, String postId, Inspection found) {
        return switch (found) {
            case Inspection.Processing processing ->
                isEndless(upload.stored(), polling, clock.instant())
                        ? linger(upload.stored(), postId)
                        : askAgain(upload.stored(), next(upload.stored()));
            case Inspection.Scheduled scheduled -> askAgain(upload.stored(), scheduled.at());
            case Inspection.Missing missing ->
                takenDown(upload.stored(), polling, clock.instant())
                        ? journal.rejected(upload.stored(), takenDown(postId)).replaceWith(Optional.empty())
                        : lookForIt(upload.stored());
            case Inspection.Refused refused ->
                journal.rejected(upload.stored(), refused.failure()).replaceWith(Optional.empty());
            case Inspection.Drafted drafted ->
                journal.drafted(upload.stored(), drafted.expiresAt()).replaceWith(Optional.empty());
            case Inspection.Live live ->
                journal.published(upload.stored(), live.postId(), live.permalink(), Step.FOLLOW_UP)
                        .chain(() -> followUp(upload, live.postId()));
        };
    }

    /**
     * An id that was just given may not be known everywhere yet; after long enough the post is gone. A time in which there
     * was no answer says nothing of the post.
     */
    static boolean takenDown(StoredUpload stored, WorkerConfig.Polling polling, Instant now) {
        return stored.missingAt()
                .filter(since -> !now.isBefore(since.plus(polling.patience())))
                .isPresent();
    }

    private static UploadFailure takenDown(String postId) {
        return new UploadFailure.ContentRejected(new UploadFailure.Reason(
                "post.gone",
                "The platform does not show post %s, which it had taken".formatted(postId),
                "Look for it on the platform: it was taken down by its owner or by the platform."));
    }

    private Uni<Optional<Instant>> askAgain(StoredUpload stored, Instant next) {
        return journal.stillProcessing(stored, next).replaceWith(Optional.of(next));
    }

    /** Platforms are seen to forget a post in this state. */
    static boolean isEndless(StoredUpload stored, WorkerConfig.Polling polling, Instant now) {
        return stored.intentAt()
                .filter(since -> !now.isBefore(since.plus(polling.processingPatience())))
                .isPresent();
    }

    private Uni<Optional<Instant>> linger(StoredUpload stored, String postId) {
        Instant next = next(stored);
        return journal.lingering(stored, endless(postId), next).replaceWith(Optional.of(next));
    }

    private UploadFailure endless(String postId) {
        return new UploadFailure.Unknown(new UploadFailure.Reason(
                "post.processing",
                "The platform has been processing post %s for longer than %s"
                        .formatted(postId, polling.processingPatience()),
                "Look for it on the platform and say whether it is live; it goes on being asked for."));
    }

    private Uni<Optional<Instant>> lookForIt(StoredUpload stored) {
        Instant next = next(stored);
        return journal.notShown(stored, next).replaceWith(Optional.of(next));
    }

    private Instant next(StoredUpload stored) {
        return clock.instant().plus(NextStep.pause(stored.looks(), polling));
    }

    private Uni<Optional<MediaRange>> thumbnail(StoredUpload stored) {
        Optional<MediaReference> image = stored.command().content().thumbnail();
        return image.map(reference -> sources.open(reference).map(media -> Optional.of(media.range(0, media.size()))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private void tellProcessing(StoredUpload stored) {
        long total = stored.totalBytes();
        Instant now = clock.instant();
        new TransferMeter(total)
                .enter(UploadPhase.PROCESSING, total, now)
                .ifPresent(reading -> reports.tell(stored, reading, now));
    }
}
