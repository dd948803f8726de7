package io.cliprelay.scheduler.due;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How due jobs are found and sent. */
@ConfigMapping(prefix = "cliprelay.due")
public interface DueConfig {

    /** The longest sleep between two looks at the table. Nothing waits for it in a sound run. */
    @WithDefault("5s")
    @DurationMin(millis = 10, message = "cliprelay.due.safety-poll must be at least 10ms")
    Duration safetyPoll();

    /** How many jobs are claimed in one statement. */
    @WithDefault("500")
    @Min(value = 1, message = "cliprelay.due.batch-size must be from 1 to 5000")
    @Max(value = 5000, message = "cliprelay.due.batch-size must be from 1 to 5000")
    int batchSize();

    /** How many batches may be claimed and not yet confirmed. */
    @WithDefault("4")
    @Min(value = 1, message = "cliprelay.due.batches-in-flight must be from 1 to 64")
    @Max(value = 64, message = "cliprelay.due.batches-in-flight must be from 1 to 64")
    int batchesInFlight();

    /** How often a replica shows that it lives, and looks whether the others do. */
    @WithDefault("1s")
    @DurationMin(millis = 50, message = "cliprelay.due.heartbeat must be at least 50ms")
    Duration heartbeat();

    /** After how many looks at a beat that stands still the claims of its replica are taken over. */
    @WithDefault("3")
    @Min(value = 2, message = "cliprelay.due.beats-until-dead must be at least 2")
    int beatsUntilDead();

    /** How long Kafka's client goes on by itself with a command, so that an outage repeats none. */
    @WithDefault("2m")
    @DurationMin(seconds = 11, message = "cliprelay.due.delivery-timeout must be at least 11s")
    Duration deliveryTimeout();

    /** How long a stop waits for commands that are on their way. */
    @WithDefault("5s")
    Duration farewell();

    /**
     * How long a command may go without any sign from its worker until it is sent again. The worker's inbox drops it
     * where the first one arrived, so only one that was set aside on its way has an effect.
     */
    @WithDefault("10m")
    @DurationMin(seconds = 1, message = "cliprelay.due.unanswered-after must be at least 1s")
    Duration unansweredAfter();
}
