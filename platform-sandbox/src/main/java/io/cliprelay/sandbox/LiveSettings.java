package io.cliprelay.sandbox;

import jakarta.inject.Singleton;

/** The settings in force; any thread reads them, the admin API replaces them. */
@Singleton
public class LiveSettings {

    private final Settings atStart;
    private volatile Settings current;

    LiveSettings(SandboxConfig config) {
        atStart = Settings.from(config.youtube());
        current = atStart;
    }

    public Settings current() {
        return current;
    }

    public void replaceBy(Settings settings) {
        current = settings;
    }

    /** Back to what the configuration says. */
    public void reset() {
        current = atStart;
    }
}
