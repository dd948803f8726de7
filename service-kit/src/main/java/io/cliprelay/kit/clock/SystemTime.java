package io.cliprelay.kit.clock;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The machine's clock, for whoever asks for an {@link InstantSource}; tests give another. */
@ApplicationScoped
public class SystemTime {

    @Produces
    @ApplicationScoped
    InstantSource clock() {
        return InstantSource.system();
    }
}
