package io.cliprelay.sandbox.tiktok;

import jakarta.inject.Singleton;

/** The settings in force; any thread reads them. */
@Singleton
class CurrentSettings implements SettingsInForce {

    private volatile TikTokSettings current = TikTokSettings.asDocumented();

    @Override
    public TikTokSettings current() {
        return current;
    }

    void replaceBy(TikTokSettings settings) {
        current = settings;
    }
}
