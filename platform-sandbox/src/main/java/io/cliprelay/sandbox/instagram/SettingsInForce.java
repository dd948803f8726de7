package io.cliprelay.sandbox.instagram;

import java.time.Clock;
import java.time.Instant;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.settings.PlatformSettings;

/** The settings of this platform, and the time by its clock; any thread reads them. */
@Singleton
class SettingsInForce implements PlatformSettings<InstagramSettings> {

    private final Clock clock;
    private volatile InstagramSettings current = InstagramSettings.asDocumented();

    SettingsInForce(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String platform() {
        return Instagram.ID;
    }

    @Override
    public InstagramSettings current() {
        return current;
    }

    @Override
    public void replaceBy(InstagramSettings settings) {
        current = settings;
    }

    Instant now() {
        return clock.instant().plus(current.clockAhead());
    }
}
