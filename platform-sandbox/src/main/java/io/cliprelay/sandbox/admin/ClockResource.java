package io.cliprelay.sandbox.admin;

import java.time.Duration;
import java.time.Instant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.NonBlocking;

import io.cliprelay.sandbox.SandboxClock;
import io.cliprelay.sandbox.http.BadRequest;
import io.cliprelay.sandbox.http.JsonBody;

/** {@code /sandbox/clock}: what time it is on all platforms. */
@Path("/sandbox/clock")
@NonBlocking
public class ClockResource {

    private final SandboxClock clock;
    private final JsonBody json;

    ClockResource(SandboxClock clock, JsonBody json) {
        this.clock = clock;
        this.json = json;
    }

    /** The time, and how far it is ahead of the system's. */
    public record Time(Instant now, Duration ahead) {}

    /** Exactly one of these: how much to go on, where to go on, or back to the system's time. */
    public record Turn(Duration advance, Instant set, boolean reset) {}

    @GET
    public Time time() {
        return new Time(clock.instant(), clock.ahead());
    }

    @POST
    public Time turn(String wish) {
        Turn turn = json.as(wish, Turn.class);
        if (turn.reset()) {
            clock.reset();
        } else if (turn.advance() != null) {
            clock.advance(turn.advance());
        } else if (turn.set() != null) {
            clock.set(turn.set());
        } else {
            throw new BadRequest(
                    "",
                    "names no time",
                    "give {\"advance\":\"PT24H\"}, {\"set\":\"2030-01-01T00:00:00Z\"}" + " or {\"reset\":true}");
        }
        return time();
    }
}
