package io.cliprelay.scheduler.time;

import java.time.Instant;
import java.util.Optional;

import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.WallTime;
import io.cliprelay.contracts.upload.UploadFailure.Reason;

/**
 * A planned upload, on its way to its place in time.
 *
 * @param reason why it is not where it was said to be; empty where it is
 */
public record Placement(PlannedUpload upload, Optional<Reason> reason) {

    /** Where it was said to be. */
    public static Placement asPlanned(PlannedUpload upload) {
        return new Placement(upload, Optional.empty());
    }

    /** The same upload, which goes out when the clock on the wall shows this time; that is its instant already. */
    public Placement meaning(WallTime time) {
        return new Placement(upload.meaning(time), reason);
    }

    /** The same upload at another instant; a clock on a wall has a say in it only where it shows that one. */
    public Placement moved(Instant dueAt, Reason why) {
        return new Placement(upload.dueAt(dueAt), Optional.of(why));
    }
}
