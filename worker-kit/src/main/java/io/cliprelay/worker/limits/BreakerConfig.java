package io.cliprelay.worker.limits;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a platform or an account is left alone for a while. */
@ConfigMapping(prefix = "cliprelay.worker.breaker")
public interface BreakerConfig {

    /** Calls for an account that fail in a row before it is held; an upload makes a few of them. */
    @WithDefault("10")
    @Min(1)
    int accountFailures();

    /** Calls to the platform that fail in a row, whatever the account, before it counts as degraded. */
    @WithDefault("20")
    @Min(1)
    int platformFailures();

    /** In what time they must fail. */
    @WithDefault("2m")
    Duration within();

    /** The first pause; each one that follows without a success between is twice as long. */
    @WithDefault("5s")
    Duration pause();

    @WithDefault("15m")
    Duration longestPause();

    /** After a pause one upload tries; another one does if nothing was heard of it for this long. */
    @WithDefault("10s")
    Duration probe();

    /**
     * An account that has to be connected again is tried once in this time all the same: its owner may have mended on
     * the platform what was wrong.
     */
    @WithDefault("1h")
    Duration authPause();
}
