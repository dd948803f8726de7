package io.cliprelay.sandbox.tiktok;

import jakarta.inject.Singleton;

/** The settings at this moment; any thread reads them, the admin API replaces them. */
@Singleton
class SettingsInForce {

    private volatile TikTokSettings current = TikTokSettings.asDocumented();

    TikTokSettings current() {
        return current;
    }

    void replaceBy(TikTokSettings settings) {
        current = settings;
    }
}
