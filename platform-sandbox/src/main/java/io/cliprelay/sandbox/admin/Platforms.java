package io.cliprelay.sandbox.admin;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;

import io.cliprelay.sandbox.fault.EmulatedPlatform;
import io.cliprelay.sandbox.traffic.Tallies;
import io.cliprelay.sandbox.traffic.Tally;

/** The sums of all emulated platforms, also of those that nobody has called yet. */
@Singleton
class Platforms {

    private final List<EmulatedPlatform> emulated;
    private final Tallies tallies;

    Platforms(@All List<EmulatedPlatform> emulated, Tallies tallies) {
        this.emulated = emulated;
        this.tallies = tallies;
    }

    Map<String, Tally.Sums> sums() {
        emulated.forEach(platform -> tallies.of(platform.id()));
        return tallies.sums();
    }
}
