package io.cliprelay.sandbox.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.NonBlocking;

import io.cliprelay.sandbox.http.BadRequest;
import io.cliprelay.sandbox.http.JsonBody;

/** {@code /sandbox/clock}: the time that every limit, expiry and window of the sandbox goes by. */
@Path("/sandbox/clock")
@NonBlocking
public class ClockResource {

    private final MovableClock clock;
    private final JsonBody json;

    ClockResource(SandboxTime time, JsonBody json) {
        this.clock = time.movable();
        this.json = json;
    }

    /** What time it is, and how far that is ahead of real time. */
    public record Time(Instant now, Duration ahead) {}

    /** What to change, one of the two; neither, or {@code reset}, is real time again. */
    public record Change(String advance, String set, boolean reset) {}

    @GET
    public Time time() {
        return new Time(clock.instant(), clock.ahead());
    }

    /** Moves the clock: {@code {"advance":"PT24H"}}, {@code {"set":"2027-01-01T00:00:00Z"}}; {@code {"reset":true}} is real time. */
    @POST
    public Time move(String body) {
        Change change = json.as(body, Change.class);
        if (change.reset() || change.set() == null && change.advance() == null) {
            clock.reset();
        }
        given(change.set(), "/set", Instant::parse, "an instant such as 2027-01-01T00:00:00Z")
                .ifPresent(clock::set);
        given(change.advance(), "/advance", Duration::parse, "a duration such as PT24H")
                .ifPresent(clock::advance);
        return time();
    }

    private static <T> Optional<T> given(String text, String field, Function<String, T> parse, String wanted) {
        try {
            return Optional.ofNullable(text).map(parse);
        } catch (DateTimeException wrong) {
            throw new BadRequest(field, "is " + text, "give " + wanted);
        }
    }
}
