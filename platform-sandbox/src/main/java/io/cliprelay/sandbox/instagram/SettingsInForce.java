package io.cliprelay.sandbox.instagram;

import java.time.Clock;
import java.time.Instant;

import jakarta.inject.Singleton;

/** The settings of this platform, and the time by its clock; any thread reads them. */
@Singleton
class SettingsInForce {

    private final Clock clock;
    private volatile InstagramSettings current = InstagramSettings.asDocumented();

    SettingsInForce(Clock clock) {
        this.clock = clock;
    }

    InstagramSettings current() {
        return current;
    }

    void replaceBy(InstagramSettings settings) {
        current = settings;
    }

    Instant now() {
        return clock.instant().plus(current.clockAhead());
    }
}
