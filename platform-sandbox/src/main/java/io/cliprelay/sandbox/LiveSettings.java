package io.cliprelay.sandbox;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.settings.PlatformSettings;

/** The settings in force; any thread reads them, the admin API replaces them. */
@Singleton
public class LiveSettings implements PlatformSettings<Settings> {

    private final Settings atStart;
    private volatile Settings current;

    LiveSettings(SandboxConfig config) {
        atStart = Settings.from(config.youtube());
        current = atStart;
    }

    @Override
    public String platform() {
        return "youtube";
    }

    @Override
    public Settings current() {
        return current;
    }

    @Override
    public void replaceBy(Settings settings) {
        current = settings;
    }

    /** Back to what the configuration says. */
    public void reset() {
        current = atStart;
    }
}
