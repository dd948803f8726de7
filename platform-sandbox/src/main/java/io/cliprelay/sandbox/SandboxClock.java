package io.cliprelay.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.inject.Singleton;

/** The clock of everything in the sandbox: the system's, ahead of it or behind it by as much as was asked for. */
@Singleton
public class SandboxClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    /** How far it is ahead of the system's clock; negative: behind. */
    public Duration ahead() {
        return ahead;
    }

    public synchronized void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Goes on from this instant. */
    public synchronized void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
    }

    /** The system's time again. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : Clock.offset(Clock.system(zone), ahead);
    }
}
