package io.cliprelay.sandbox.tiktok;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.settings.PlatformSettings;

/** The settings at this moment; any thread reads them, the admin API replaces them. */
@Singleton
class SettingsInForce implements PlatformSettings<TikTokSettings> {

    private volatile TikTokSettings current = TikTokSettings.asDocumented();

    @Override
    public String platform() {
        return TikTok.ID;
    }

    @Override
    public TikTokSettings current() {
        return current;
    }

    @Override
    public void replaceBy(TikTokSettings settings) {
        current = settings;
    }
}
