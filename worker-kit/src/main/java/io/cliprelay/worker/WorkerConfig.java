package io.cliprelay.worker;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a worker goes about its uploads. */
@ConfigMapping(prefix = "cliprelay.worker")
public interface WorkerConfig {

    /** How often it looks for uploads that nobody works at: left by a dead process, or due for another look. */
    @WithDefault("1s")
    Duration sweepInterval();

    /** How long a call that sends media may stand still, the platform's thinking after the last byte included. */
    @WithDefault("2m")
    Duration stallLimit();

    /** Whether it speaks to the sandbox, and nothing that it publishes is real; set by the profile {@code sandbox}. */
    @WithDefault("false")
    boolean sandbox();

    /**
     * How long after its last attempt was ordered an upload that ended is remembered; more than the 30 days for which its
     * commands are kept on their topic.
     */
    @WithDefault("90d")
    Duration retention();

    Lease lease();

    Polling polling();

    Statistics statistics();

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

        @WithDefault("5m")
        Duration longest();

        /** How long a post that the platform gave an id for may be unknown to it before it counts as taken down. */
        @WithDefault("6h")
        Duration patience();

        /** How long a post may be processed before it is told that nobody knows whether it will be live. */
        @WithDefault("24h")
        Duration processingPatience();

        /**
         * How long the platform's own list of posts may lag: a post is held absent only after it was looked for in vain
         * this long and at least twice.
         */
        @WithDefault("2m")
        Duration listLag();
    }

    /** How published posts are followed. */
    interface Statistics {

        /** Whether they are. What was planned while they were is kept. */
        @WithDefault("true")
        boolean enabled();

        /** How long after it was published a post is read, each time; above zero. */
        @WithDefault("1h,6h,1d,3d,7d,28d")
        List<Duration> after();

        /** How often it is looked whether a reading is due. */
        @WithDefault("30s")
        Duration sweepInterval();

        /** Readings at once in one process. */
        @WithDefault("2")
        @Min(1)
        int concurrent();

        /** How long after a failure a reading is tried again: a tenth of the post's age or when the platform says, if later. */
        @WithDefault("10m")
        Duration pause();
    }
}
