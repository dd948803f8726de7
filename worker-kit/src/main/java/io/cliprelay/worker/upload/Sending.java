package io.cliprelay.worker.upload;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

import io.cliprelay.contracts.upload.UploadPhase;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.media.DeclaredDigest;
import io.cliprelay.worker.media.Media;
import io.cliprelay.worker.media.MediaFailures;
import io.cliprelay.worker.media.VerifiedTail;
import io.cliprelay.worker.progress.ProgressReports;
import io.cliprelay.worker.progress.TransferMeter;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadRequest;

/** One transfer as it goes on; used on the upload's context only. */
final class Sending {

    private final RunningUpload upload;
    private final UploadRequest request;
    private final Media media;
    private final Optional<DeclaredDigest> digest;
    private final TransferMeter meter;
    private final ProgressReports reports;
    private final InstantSource clock;
    private Optional<RemoteHandle> handle;
    private Optional<SessionStatus> end = Optional.empty();
    private long offset;
    private int inVain;
    private long movedAt = System.nanoTime();

    private Sending(RunningUpload upload, Media media, ProgressReports reports, InstantSource clock) {
        this.upload = upload;
        this.request = upload.request(media.size());
        this.media = media;
        this.digest = DeclaredDigest.of(media, request.content().media(), this::moved);
        this.meter = new TransferMeter(media.size());
        this.reports = reports;
        this.clock = clock;
        this.handle = upload.stored().handle();
    }

    static Sending of(RunningUpload upload, Media media, ProgressReports reports, InstantSource clock) {
        return new Sending(upload, media, reports, clock);
    }

    RunningUpload upload() {
        return upload;
    }

    StoredUpload stored() {
        return upload.stored();
    }

    UploadRequest request() {
        return request;
    }

    Media media() {
        return media;
    }

    Optional<RemoteHandle> handle() {
        return handle;
    }

    /** How the transfer ended: what the platform said once it needed no more bytes; empty while it goes on. */
    Optional<SessionStatus> end() {
        return end;
    }

    long offset() {
        return offset;
    }

    long total() {
        return media.size();
    }

    long remaining() {
        return total() - offset;
    }

    /** A session that was opened for another version of the media must not get the rest of this one. */
    void requireSameMedia() {
        stored().mediaVersion()
                .filter(version -> !version.equals(media.version()))
                .ifPresent(other -> {
                    throw MediaFailures.changedSinceBegun(
                            request.content().media().uri());
                });
    }

    /** Goes on through a new session, from its first byte. */
    Sending through(RemoteHandle opened) {
        handle = Optional.of(opened);
        offset = 0;
        return this;
    }

    /** Goes on from where the platform is; fails where it is no further than before, too often. */
    Sending at(SessionStatus.Open open) {
        inVain = open.offset() > offset ? 0 : inVain + 1;
        offset = open.offset();
        handle = open.moved().or(() -> handle);
        if (inVain > Transfer.sendsInVain()) {
            throw Transfer.inVain(request, offset);
        }
        return this;
    }

    Sending ended(SessionStatus status) {
        end = Optional.of(status);
        return this;
    }

    void enter(UploadPhase phase) {
        meter.enter(phase, offset, clock.instant())
                .ifPresent(reading -> reports.tell(stored(), reading, clock.instant()));
    }

    /** The next bytes, counted and told of as they leave. */
    MediaRange range(long length) {
        enter(UploadPhase.TRANSFERRING);
        MediaRange range = length == remaining() ? VerifiedTail.of(media, digest, offset) : media.range(offset, length);
        moved();
        return new MediaRange(range.offset(), range.length(), range.total(), (from, size) -> digested(range, from, size)
                .invoke(buffer -> count(buffer.length())));
    }

    private Multi<Buffer> digested(MediaRange range, long from, long size) {
        Multi<Buffer> bytes = range.reader().read(from, size);
        return digest.map(declared -> declared.counted(from, bytes)).orElse(bytes);
    }

    /**
     * Has all bytes before {@code position} read for the declared digest, where there is one; fails where they are the
     * whole file and not what was declared, and where the source is silent for {@code stallLimit}. On a Vert.x context.
     */
    Uni<Void> checkUpTo(long position, Duration stallLimit) {
        return digest.map(declared -> watched(declared.checkedUpTo(position), stallLimit))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> watched(Uni<Void> reading, Duration stallLimit) {
        return Uni.createFrom().deferred(() -> {
            moved();
            return StallWatch.over(reading, this::silence, stallLimit);
        });
    }

    private void moved() {
        movedAt = System.nanoTime();
    }

    /** For how long nothing was read or has left. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - movedAt);
    }

    private void count(int bytes) {
        moved();
        meter.add(bytes, clock.instant()).ifPresent(reading -> reports.tell(stored(), reading, clock.instant()));
    }
}
