package io.cliprelay.sandbox.linkedin;

import jakarta.inject.Singleton;

/** The settings at this moment; any thread reads them, the admin API replaces them. */
@Singleton
class SettingsInForce {

    private volatile LinkedInSettings current = LinkedInSettings.asDocumented();

    LinkedInSettings current() {
        return current;
    }

    void replaceBy(LinkedInSettings settings) {
        current = settings;
    }
}
