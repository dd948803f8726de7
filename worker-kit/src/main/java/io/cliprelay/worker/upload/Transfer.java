package io.cliprelay.worker.upload;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadPhase;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.inbox.UploadJournal;
import io.cliprelay.worker.media.MediaSources;
import io.cliprelay.worker.media.MovieLength;
import io.cliprelay.worker.progress.ProgressReports;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/** Sends what the platform does not have yet, from the byte that the platform names. */
@ApplicationScoped
class Transfer {

    /** A platform that takes nothing this often in a row will not take it now. */
    private static final int SENDS_IN_VAIN = 3;

    private static final Duration LENGTH_LIMIT = Duration.ofSeconds(20);

    private final PlatformUploader uploader;
    private final PlatformCalls calls;
    private final MediaSources sources;
    private final UploadJournal journal;
    private final ProgressReports reports;
    private final Duration stallLimit;
    private final InstantSource clock;

    Transfer(
            PlatformUploader uploader,
            PlatformCalls calls,
            MediaSources sources,
            UploadJournal journal,
            ProgressReports reports,
            WorkerConfig config,
            InstantSource clock) {
        this.uploader = uploader;
        this.calls = calls;
        this.sources = sources;
        this.journal = journal;
        this.reports = reports;
        this.stallLimit = config.stallLimit();
        this.clock = clock;
    }

    /** Sends the rest; yields what the platform says once it needs no more bytes. */
    Uni<SessionStatus> run(RunningUpload upload) {
        return sources.open(upload.stored().command().content().media())
                .map(media -> Sending.of(upload, media, reports, clock))
                .chain(this::session)
                .chain(this::sendAll);
    }

    private Uni<Sending> session(Sending sending) {
        sending.enter(UploadPhase.OPENING);
        return sending.handle().map(handle -> reopen(sending, handle)).orElseGet(() -> open(sending));
    }

    private Uni<Sending> open(Sending sending) {
        return length(sending)
                .map(length -> sending.request().lasting(length))
                .invoke(request -> LengthCheck.require(request, uploader.descriptor()))
                .call(request -> checkAhead(sending, request, sending.total()))
                .chain(request -> calls.make(sending.upload(), Call.OPEN, () -> uploader.open(request)))
                .call(opening -> journal.opened(
                        sending.stored(),
                        opening.handle(),
                        sending.total(),
                        sending.media().version()))
                .chain(opening -> note(sending.through(opening.handle()), opening.status()));
    }

    /** A host that falls silent in the middle keeps nobody waiting: the platform will see how long the video is. */
    private static Uni<Optional<Duration>> length(Sending sending) {
        return OwnContext.keep(
                MovieLength.of(sending.media()).ifNoItem().after(LENGTH_LIMIT).recoverWithItem(Optional.empty()));
    }

    /** Bytes that will not pass here in their order, or not at all, are compared with the declared digest before. */
    private Uni<Void> checkAhead(Sending sending, UploadRequest request, long end) {
        return uploader.sendsInOrder(request)
                ? Uni.createFrom().voidItem()
                : OwnContext.keep(sending.checkUpTo(end, stallLimit));
    }

    private Uni<Sending> reopen(Sending sending, RemoteHandle handle) {
        sending.requireSameMedia();
        return calls.make(sending.upload(), Call.STATUS, () -> uploader.status(sending.request(), handle))
                .chain(status -> continueFrom(sending, status));
    }

    private Uni<Sending> continueFrom(Sending sending, SessionStatus status) {
        return status instanceof SessionStatus.Gone ? insteadOfLost(sending) : note(sending, status);
    }

    /**
     * No intent was ever committed for this session, so a lost one became no post. Where the last byte publishes, a look
     * makes sure; where that takes a call of its own, one could only find another upload's post of the same text.
     */
    private Uni<Sending> insteadOfLost(Sending sending) {
        return uploader.lastByteMayPublish()
                ? calls.make(
                                sending.upload(),
                                Call.FIND,
                                () -> uploader.find(
                                        sending.request(), sending.handle().orElseThrow(), Optional.empty()))
                        .chain(found -> afterGone(sending, found))
                : openAnother(sending);
    }

    private Uni<Sending> afterGone(Sending sending, Finding found) {
        return switch (found) {
            case Finding.Found post -> Uni.createFrom().item(sending.ended(new SessionStatus.Completed(post.postId())));
            case Finding.Alike anothers -> openAnother(sending);
            case Finding.Absent absent -> openAnother(sending);
            case Finding.Unknowable unknowable -> openAnother(sending);
        };
    }

    private Uni<Sending> openAnother(Sending sending) {
        return journal.abandoned(sending.stored()).chain(() -> open(sending));
    }

    private Uni<SessionStatus> sendAll(Sending sending) {
        return Multi.createBy()
                .repeating()
                .uni(() -> sending, this::sendNext)
                .whilst(sent -> sent.end().isEmpty())
                .collect()
                .last()
                .map(sent -> sent.end().orElseThrow());
    }

    private Uni<Sending> sendNext(Sending sending) {
        if (sending.end().isPresent()) {
            return Uni.createFrom().item(sending);
        }
        return sending.remaining() == 0 ? finish(sending) : sendRange(sending);
    }

    private Uni<Sending> sendRange(Sending sending) {
        long size = uploader.rangeSize(sending.handle().orElseThrow(), sending.offset(), sending.total());
        MediaRange range = sending.range(Math.min(size, sending.remaining()));
        return digested(sending, range)
                .chain(() -> prepare(sending, range))
                .chain(() -> send(sending, range))
                .chain(status -> note(sending, status));
    }

    /** What an earlier process sent did not pass here. */
    private Uni<Void> digested(Sending sending, MediaRange range) {
        return OwnContext.keep(sending.checkUpTo(range.offset(), stallLimit))
                .chain(() -> checkAhead(sending, sending.request(), range.offset() + range.length()));
    }

    /** A range that may publish, since it reaches the end: the intent is committed first. */
    private Uni<Void> prepare(Sending sending, MediaRange range) {
        return range.last() && uploader.lastByteMayPublish()
                ? journal.intends(sending.stored())
                : Uni.createFrom().voidItem();
    }

    private Uni<SessionStatus> send(Sending sending, MediaRange range) {
        Uni<SessionStatus> call = calls.make(sending.upload(), Call.SEND, () -> watched(sending, range));
        return Intent.withdrawnIfRefused(call, journal, sending.stored());
    }

    private Uni<SessionStatus> watched(Sending sending, MediaRange range) {
        Uni<SessionStatus> call = SourceWatch.over(
                range,
                watched -> uploader.send(sending.request(), sending.handle().orElseThrow(), watched));
        return StallWatch.over(call, sending::silence, stallLimit);
    }

    private Uni<Sending> finish(Sending sending) {
        return calls.make(
                        sending.upload(),
                        Call.FINISH,
                        () -> uploader.finish(
                                sending.request(), sending.handle().orElseThrow()))
                .chain(status -> note(sending, status))
                .invoke(Transfer::requireEnd);
    }

    private static void requireEnd(Sending finished) {
        if (finished.end().isEmpty() && finished.remaining() == 0) {
            throw neverConfirmed(finished.request());
        }
    }

    private Uni<Sending> note(Sending sending, SessionStatus status) {
        return switch (status) {
            case SessionStatus.Open open ->
                moved(sending, open.moved())
                        .chain(() -> journal.acknowledged(sending.stored(), open.offset()))
                        .map(done -> sending.at(open));
            case SessionStatus.Preparing preparing ->
                moved(sending, preparing.moved()).map(done -> sending.ended(preparing));
            case SessionStatus.Ready ready -> Uni.createFrom().item(sending.ended(ready));
            case SessionStatus.Completed completed -> Uni.createFrom().item(sending.ended(completed));
            case SessionStatus.Failed failed -> Uni.createFrom().item(sending.ended(failed));
            case SessionStatus.Gone gone -> Uni.createFrom().failure(sessionLost(sending.request()));
        };
    }

    private Uni<Void> moved(Sending sending, Optional<RemoteHandle> moved) {
        return moved.map(handle -> journal.moved(sending.stored(), handle))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    static UploadException inVain(UploadRequest request, long offset) {
        return UploadException.refused(transientFailure(
                "upload.no-progress",
                "The platform took no byte of upload %s after %d of %d, %d times in a row"
                        .formatted(request.upload().uploadId(), offset, request.totalBytes(), SENDS_IN_VAIN)));
    }

    static int sendsInVain() {
        return SENDS_IN_VAIN;
    }

    private static UploadException neverConfirmed(UploadRequest request) {
        return UploadException.unclear(
                transientFailure(
                        "upload.not-confirmed",
                        "The platform has all %d bytes of upload %s and does not say that it is complete"
                                .formatted(
                                        request.totalBytes(), request.upload().uploadId())),
                null);
    }

    private static UploadException sessionLost(UploadRequest request) {
        return UploadException.unclear(
                transientFailure(
                        "upload.session-lost",
                        "The platform lost the session of upload %s while it was sent"
                                .formatted(request.upload().uploadId())),
                null);
    }

    private static UploadFailure transientFailure(String code, String message) {
        return new UploadFailure.Transient(
                new UploadFailure.Reason(code, message, "Nothing to do: it is looked up and tried again."));
    }
}
