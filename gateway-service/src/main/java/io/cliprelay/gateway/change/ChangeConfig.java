package io.cliprelay.gateway.change;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many changes are made at a time. */
@ConfigMapping(prefix = "cliprelay.changes")
interface ChangeConfig {

    /**
     * How many changes one replica makes at once. Each has a connection to the database while the scheduler answers, so
     * fewer than there are: a scheduler that hangs must not hold up what does not need it.
     */
    @WithDefault("4")
    @Min(value = 1, message = "cliprelay.changes.at-once must be at least 1")
    int atOnce();

    /** How many more may wait for their turn; the rest is turned away, to be sent again. */
    @WithDefault("200")
    @Min(value = 0, message = "cliprelay.changes.waiting must not be negative")
    int waiting();
}
