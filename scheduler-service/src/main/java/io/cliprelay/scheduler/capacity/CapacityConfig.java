package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the number of workers follows the plan, in Kubernetes. */
@ConfigMapping(prefix = "cliprelay.capacity")
public interface CapacityConfig {

    /** What is done about it. */
    enum Mode {
        OFF,
        /** Only told, in the log and as metrics. */
        DRY_RUN,
        ON
    }

    @WithDefault("off")
    Mode mode();

    /** Where the workers are; absent: where the scheduler is. */
    Optional<String> namespace();

    /** The Deployment of a platform's worker, by platform, where it is not {@code PLATFORM-worker}. */
    Map<String, String> deployments();

    /** From one look to the next. */
    @WithDefault("15s")
    @DurationMin(seconds = 1)
    Duration look();

    /** From ordering a replica until it works: so far is looked ahead, and two looks farther. */
    @WithDefault("60s")
    Duration startUp();

    /** How long an upload may wait for a place. */
    @WithDefault("20s")
    Duration longestWait();

    /** The share of its power that a replica is counted on for. */
    @WithDefault("0.9")
    @DecimalMin("0.1")
    @DecimalMax("1.0")
    double use();

    /** How long a number of replicas must not have been wanted until it is given up. */
    @WithDefault("60s")
    Duration coolDown();

    @WithDefault("1")
    @Min(0)
    int least();

    @WithDefault("10")
    @Min(1)
    int most();

    /** What a replica manages. */
    Replica replica();

    /** What a replica manages. */
    interface Replica {

        /** Uploads at once; as the workers' own setting {@code upload.concurrent-uploads}. */
        @WithDefault("8")
        @Min(1)
        int atOnce();

        /** How long an upload takes on a platform of which nothing was measured within a day. */
        @WithDefault("40s")
        @DurationMin(millis = 1)
        Duration anUpload();

        /** Bytes a second of all its uploads together. */
        @WithDefault("50M")
        MemorySize bytesPerSecond();
    }
}
