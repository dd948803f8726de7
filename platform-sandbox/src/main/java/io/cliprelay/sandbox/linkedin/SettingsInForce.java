package io.cliprelay.sandbox.linkedin;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.settings.PlatformSettings;

/** The settings at this moment; any thread reads them, the admin API replaces them. */
@Singleton
class SettingsInForce implements PlatformSettings<LinkedInSettings> {

    private volatile LinkedInSettings current = LinkedInSettings.asDocumented();

    @Override
    public String platform() {
        return LinkedIn.ID;
    }

    @Override
    public LinkedInSettings current() {
        return current;
    }

    @Override
    public void replaceBy(LinkedInSettings settings) {
        current = settings;
    }
}
