package io.cliprelay.worker.limits;

import java.time.Duration;
import java.util.Optional;

import io.cliprelay.worker.PlatformSettings;

/** Bounds that an operator set. */
record Granted(Optional<Integer> requestsPerHour, Optional<Integer> requestsPerDay, Optional<Duration> cooldown)
        implements PlatformSettings.RateLimits {

    static final Granted NOTHING_SPECIAL = new Granted(Optional.empty(), Optional.empty(), Optional.empty());
}
