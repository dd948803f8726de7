package io.cliprelay.worker.upload;

import java.time.InstantSource;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadPhase;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.media.Media;
import io.cliprelay.worker.progress.ProgressReports;
import io.cliprelay.worker.progress.TransferMeter;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadRequest;

/** One transfer as it goes on; used on the upload's context only. */
final class Sending {

    private final StoredUpload stored;
    private final UploadRequest request;
    private final Media media;
    private final TransferMeter meter;
    private final ProgressReports reports;
    private final InstantSource clock;
    private Optional<RemoteHandle> handle;
    private Optional<String> postId = Optional.empty();
    private long offset;
    private int inVain;

    private Sending(RunningUpload upload, Media media, ProgressReports reports, InstantSource clock) {
        this.stored = upload.stored();
        this.request = upload.request(media.size());
        this.media = media;
        this.meter = new TransferMeter(media.size());
        this.reports = reports;
        this.clock = clock;
        this.handle = stored.handle();
    }

    static Sending of(RunningUpload upload, Media media, ProgressReports reports, InstantSource clock) {
        return new Sending(upload, media, reports, clock);
    }

    StoredUpload stored() {
        return stored;
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

    Optional<String> postId() {
        return postId;
    }

    long total() {
        return media.size();
    }

    long remaining() {
        return total() - offset;
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

    Sending completed(String id) {
        postId = Optional.of(id);
        return this;
    }

    void enter(UploadPhase phase) {
        reports.tell(stored, meter.enter(phase, offset, clock.instant()), clock.instant());
    }

    /** The next bytes, counted and told of as they leave. */
    MediaRange range(long length) {
        enter(UploadPhase.TRANSFERRING);
        MediaRange range = media.range(offset, length);
        return new MediaRange(
                range.offset(), range.length(), range.total(), range.bytes().invoke(buffer -> count(buffer.length())));
    }

    private void count(int bytes) {
        meter.add(bytes, clock.instant()).ifPresent(reading -> reports.tell(stored, reading, clock.instant()));
    }
}
