package io.cliprelay.scheduler.hold;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.HoldCause;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;

/** Whether a job that is not out waits for its time or for something else. */
sealed interface HoldDecision {

    /** It stays as it is. */
    record Keep() implements HoldDecision {}

    /** It is held from now on, or for another reason than before. */
    record HoldBy(Hold hold) implements HoldDecision {}

    /** Nothing holds it any more. */
    record Release() implements HoldDecision {}

    /** Decides by all that is in the way at present. */
    static HoldDecision of(WaitingJob waiting, Collection<Obstacle> obstacles) {
        if (isHeldByOthers(waiting)) {
            return new Keep();
        }
        Optional<Hold> wanted = paused(waiting).or(() -> stopped(waiting, obstacles));
        if (wanted.equals(waiting.hold())) {
            return new Keep();
        }
        return wanted.<HoldDecision>map(HoldBy::new).orElseGet(Release::new);
    }

    /** The plan holds it and lets it go; that it is paused as well counts from then on. */
    private static boolean isHeldByOthers(WaitingJob waiting) {
        return waiting.job().state() == UploadState.HELD
                && waiting.hold()
                        .map(hold -> hold.cause() == HoldCause.PREDECESSOR || hold.cause() == HoldCause.QUOTA)
                        .orElse(false);
    }

    private static Optional<Hold> paused(WaitingJob waiting) {
        return waiting.pausedAt()
                .map(since -> new Hold(
                        HoldCause.PAUSED,
                        since,
                        Optional.empty(),
                        new UploadFailure.Reason("clip.paused", "The clip is paused", "Resume the clip.")));
    }

    private static Optional<Hold> stopped(WaitingJob waiting, Collection<Obstacle> obstacles) {
        Instant due = waiting.job().dueAt();
        return obstacles.stream()
                .filter(obstacle -> obstacle.stops(waiting.job().upload(), due))
                .min(Comparator.comparing(Obstacle::source))
                .map(Obstacle::hold);
    }
}
