package io.cliprelay.scheduler.hold;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How held uploads go out again. */
@ConfigMapping(prefix = "cliprelay.hold")
public interface HoldConfig {

    /** From one upload to the next of an account that is published to again. */
    @WithDefault("1s")
    @DurationMin(millis = 0, message = "cliprelay.hold.account-gap must not be negative")
    Duration accountGap();

    /** From one upload to the next of a platform that takes uploads again. */
    @WithDefault("50ms")
    @DurationMin(millis = 0, message = "cliprelay.hold.platform-gap must not be negative")
    Duration platformGap();

    /** The longest that a release may take, however many wait: the gaps become smaller then. */
    @WithDefault("30m")
    @DurationMin(seconds = 1, message = "cliprelay.hold.longest-release must be at least 1s")
    Duration longestRelease();

    /** How often it is looked whether an obstacle's time is over. */
    @WithDefault("2s")
    @DurationMin(millis = 10, message = "cliprelay.hold.look-every must be at least 10ms")
    Duration lookEvery();

    /**
     * How long an account waits that refused an upload while its owner's consent is not known to be lost: then one upload
     * tries. Where consent is lost, only connecting the account again helps.
     */
    @WithDefault("15m")
    @DurationMin(millis = 10, message = "cliprelay.hold.try-refused-after must be at least 10ms")
    Duration tryRefusedAfter();

    /** How long the upload that tries first may take until another one is sent. */
    @WithDefault("2m")
    @DurationMin(seconds = 1, message = "cliprelay.hold.probe-time must be at least 1s")
    Duration probeTime();
}
