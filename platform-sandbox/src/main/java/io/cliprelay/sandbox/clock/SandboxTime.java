package io.cliprelay.sandbox.clock;

import java.time.Clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.cliprelay.sandbox.admin.Forgetful;

/** One clock for everything in the sandbox; a reset brings it back to real time, before anything else looks at it. */
@Singleton
@Priority(1000)
class SandboxTime implements Forgetful {

    private final MovableClock clock = new MovableClock(Clock.systemUTC());

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }

    MovableClock movable() {
        return clock;
    }

    @Override
    public void forgetEverything() {
        clock.reset();
    }
}
