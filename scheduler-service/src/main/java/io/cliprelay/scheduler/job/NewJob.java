package io.cliprelay.scheduler.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Predecessor;
import io.cliprelay.contracts.clip.WallTime;
import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.HoldCause;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;

/** A job that is about to be added, as the database reads it. */
record NewJob(
        UUID uploadId,
        String platform,
        UUID accountId,
        UploadState state,
        Instant dueAt,
        int priority,
        Optional<Instant> notAfter,
        Optional<String> wallTime,
        Optional<String> zone,
        Optional<String> zoneRules,
        Optional<UUID> afterUpload,
        Optional<Duration> afterGap,
        Optional<Hold> hold,
        PostContent content) {

    /** The job of a planned upload; held from the start where it waits for another one. */
    static NewJob of(PlannedUpload planned, Instant submittedAt) {
        Optional<WallTime> meant = planned.wallTime();
        return new NewJob(
                planned.uploadId(),
                planned.platform(),
                planned.accountId(),
                planned.after().isPresent() ? UploadState.HELD : UploadState.SCHEDULED,
                planned.dueAt(),
                planned.priority().orElse(Priority.NORMAL).ordinal(),
                planned.notAfter(),
                meant.map(time -> time.local().toString()),
                meant.map(WallTime::zone).map(ZoneId::getId),
                meant.map(time -> WallTime.rules()),
                planned.after().map(Predecessor::uploadId),
                planned.after().map(Predecessor::gap),
                planned.after().map(first -> holdUntil(first, submittedAt)),
                planned.content());
    }

    /** What an upload waits for that goes out after another. */
    static Hold holdUntil(Predecessor first, Instant since) {
        return new Hold(
                HoldCause.PREDECESSOR,
                since,
                Optional.empty(),
                new UploadFailure.Reason(
                        "stagger.waits-for-first",
                        "It goes out %s after upload %s is published.".formatted(first.gap(), first.uploadId()),
                        "Nothing to do; it is cancelled where that one is not published."));
    }
}
