package io.cliprelay.gateway.live;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How event streams are kept. */
@ConfigMapping(prefix = "cliprelay.live")
public interface LiveConfig {

    /** How often a stream on which nothing is told shows that it stands. */
    @WithDefault("10s")
    Duration heartbeat();

    /** How many events are kept for a reader that is slow; the others it gets when it has taken these. */
    @WithDefault("256")
    @Min(1)
    int waiting();

    /** How long a reader may take nothing at all before its stream is closed. */
    @WithDefault("30s")
    Duration patience();

    /** How long a reader has to take the reason for which its stream is closed, before it is cut off. */
    @WithDefault("5s")
    Duration grace();

    /** How soon streams end after the key that they were opened with was revoked, or ended. */
    @WithDefault("2s")
    Duration accessCheck();

    /** How many streams a replica keeps open; more are refused. */
    @WithDefault("10000")
    @Min(1)
    int most();
}
