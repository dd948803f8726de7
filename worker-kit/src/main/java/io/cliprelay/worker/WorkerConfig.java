package io.cliprelay.worker;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How a worker goes about its uploads. */
@ConfigMapping(prefix = "cliprelay.worker")
public interface WorkerConfig {

    /** Uploads at once in this process. */
    @WithDefault("8")
    @Min(1)
    int concurrentUploads();

    /** How often it looks for uploads that nobody works at: left by a dead process, or due for another look. */
    @WithDefault("1s")
    Duration sweepInterval();

    Lease lease();

    Polling polling();

    /** Who works at an upload. */
    interface Lease {

        /** How long a silent owner keeps an upload: what a crash costs before another one takes over. */
        @WithDefault("10s")
        Duration duration();

        /** How often an owner says that it is still there. */
        @WithDefault("3s")
        Duration heartbeat();
    }

    /** How the platform is asked again and again. */
    interface Polling {

        /** The pause after the first look at a post that is still processing; each further one is twice as long. */
        @WithDefault("500ms")
        Duration first();

        @WithDefault("1m")
        Duration longest();

        /** How long a post may be processing before a person should look. */
        @WithDefault("24h")
        @WithName("patience")
        Duration patience();

        /**
         * How long the platform's own list of posts may lag: a post is held absent only after it was looked for in vain
         * this long and at least twice.
         */
        @WithDefault("2m")
        Duration listLag();
    }
}
