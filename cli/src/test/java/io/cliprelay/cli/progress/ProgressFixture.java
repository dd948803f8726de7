package io.cliprelay.cli.progress;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.cli.api.UploadView;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.contracts.upload.UploadPhase;
import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.contracts.upload.UploadState;

/** Uploads at noon. */
final class ProgressFixture {

    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    static final UUID UPLOAD = new UUID(0, 1);
    static final UUID CLIP = new UUID(0, 2);
    static final ProgressLine LINE = new ProgressLine(Clock.fixed(NOON, ZoneOffset.UTC), ZoneOffset.UTC);

    private ProgressFixture() {}

    static UploadTrack track(UploadState state) {
        return UploadTrack.of("Holiday", upload(state));
    }

    static UploadTrack sending(long bytes, long total) {
        return track(UploadState.UPLOADING).with(progress(UploadPhase.TRANSFERRING, bytes, total));
    }

    static UploadView upload(UploadState state) {
        return new UploadView(
                UPLOAD,
                "youtube",
                "demo",
                state,
                Optional.of(1),
                Optional.of(NOON.plusSeconds(7)),
                Optional.of(NOON.plusSeconds(60)),
                Optional.of(URI.create("http://127.0.0.1:8090/watch?v=abc")),
                Optional.of(NOON.plusSeconds(86_400)),
                Optional.of(new UploadView.Failure(
                        "transient", new Reason("backendError", "YouTube answered 503", "nothing to do"))),
                Optional.empty(),
                Optional.empty());
    }

    static UploadProgress progress(UploadPhase phase, long bytes, long total) {
        return new UploadProgress(
                new UploadRef(UPLOAD, CLIP, "youtube", new UUID(0, 3)),
                1,
                phase,
                bytes,
                total,
                1_500_000,
                Optional.of(65L),
                NOON);
    }
}
