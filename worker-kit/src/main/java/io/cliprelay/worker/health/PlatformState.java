package io.cliprelay.worker.health;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * What is known of a platform.
 *
 * @param unreachable why no connection can be made; empty where one can
 * @param stoppedUntil until when the breaker of the platform lets nothing through; empty where calls are made
 * @param usable how many accounts can be opened
 * @param unusable how many must be connected again by their owners
 */
record PlatformState(Optional<String> unreachable, Optional<Instant> stoppedUntil, long usable, long unusable) {

    PlatformState {
        Objects.requireNonNull(unreachable, "unreachable");
        Objects.requireNonNull(stoppedUntil, "stoppedUntil");
    }

    /** Whether uploads of all accounts can go out. */
    boolean sound() {
        return unreachable.isEmpty() && stoppedUntil.isEmpty() && unusable == 0;
    }

    HealthCheckResponse answer(String platform) {
        return HealthCheckResponse.named("platform " + platform)
                .withData("state", sound() ? "sound" : "degraded")
                .withData("connectivity", unreachable.orElse("reachable"))
                .withData(
                        "calls",
                        stoppedUntil.map(until -> "stopped until " + until).orElse("made"))
                .withData("credentials-usable", usable)
                .withData("credentials-unusable", unusable)
                .status(sound())
                .build();
    }
}
