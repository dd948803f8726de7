package io.cliprelay.scheduler.change;

import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.contracts.upload.UploadState;

/** What a wanted change means for an upload, by the state that its job is in while it is held. */
sealed interface ChangeDecision {

    /** It is done. */
    record Do() implements ChangeDecision {}

    /** There is nothing to do: it is so already. */
    record Already() implements ChangeDecision {}

    /** It comes too late, or never could be done. */
    record Refused(Reason why) implements ChangeDecision {}

    static ChangeDecision cancel(UploadState now) {
        return switch (now) {
            case SCHEDULED, RETRY_WAIT, HELD -> new Do();
            case CANCELLED -> new Already();
            case QUEUED, UPLOADING, PROCESSING, UNCONFIRMED -> isOut(now);
            case PUBLISHED, DRAFTED, FAILED -> isOver(now);
        };
    }

    static ChangeDecision pause(UploadState now, boolean paused) {
        return switch (now) {
            case SCHEDULED, RETRY_WAIT, HELD -> paused ? new Already() : new Do();
            case QUEUED, UPLOADING, PROCESSING, UNCONFIRMED -> isOut(now);
            case PUBLISHED, DRAFTED, FAILED, CANCELLED -> isOver(now);
        };
    }

    static ChangeDecision resume(UploadState now, boolean paused) {
        return switch (now) {
            case SCHEDULED, RETRY_WAIT, HELD -> paused ? new Do() : new Already();
            case QUEUED, UPLOADING, PROCESSING, UNCONFIRMED -> new Already();
            case PUBLISHED, DRAFTED, FAILED, CANCELLED -> isOver(now);
        };
    }

    /** @param attempts how many were made: once the platform may have seen some of it, it stays as it is */
    static ChangeDecision revise(UploadState now, int attempts) {
        return switch (now) {
            case SCHEDULED, RETRY_WAIT, HELD -> attempts == 0 ? new Do() : isBegun(attempts);
            case QUEUED, UPLOADING, PROCESSING, UNCONFIRMED -> isOut(now);
            case PUBLISHED, DRAFTED, FAILED, CANCELLED -> isOver(now);
        };
    }

    /** Only what is proved not published is sent again. */
    static ChangeDecision retry(UploadState now) {
        return switch (now) {
            case FAILED -> new Do();
            case SCHEDULED, RETRY_WAIT, HELD, QUEUED, UPLOADING, PROCESSING -> new Already();
            case UNCONFIRMED ->
                new Refused(new Reason(
                        "upload.unconfirmed",
                        "It may be published, and is being looked up",
                        "Wait for what is found; or look on the platform yourself and settle the upload."));
            case PUBLISHED, DRAFTED, CANCELLED -> isOver(now);
        };
    }

    private static ChangeDecision isOut(UploadState now) {
        return new Refused(
                new Reason(
                        "upload.out",
                        "The upload is out already: " + now,
                        "Too late for this one; what becomes of it is told. Remove the post on the platform if it is not wanted."));
    }

    private static ChangeDecision isOver(UploadState now) {
        return new Refused(new Reason(
                "upload.over", "The upload is over already: " + now, "Submit the clip again to publish it anew."));
    }

    private static ChangeDecision isBegun(int attempts) {
        return new Refused(new Reason(
                "upload.begun",
                "%d attempt(s) at the upload were made, and it is tried again as it is".formatted(attempts),
                "Wait for the next attempt; or cancel the clip and submit it anew."));
    }
}
