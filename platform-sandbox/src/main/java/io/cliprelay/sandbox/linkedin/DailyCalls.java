package io.cliprelay.sandbox.linkedin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Singleton;

/** The calls of {@code /rest} since midnight UTC, by member and for the app. Safe for all threads. */
@Singleton
public class DailyCalls {

    private final Map<String, Long> byMember = new HashMap<>();
    private final Clock clock;
    private LocalDate day;
    private long ofApp;

    DailyCalls(Clock clock) {
        this.clock = clock;
    }

    /** What is used of the day. */
    public record Used(LocalDate day, long app, Map<String, Long> members) {}

    /**
     * Counts a call.
     *
     * @throws RestRefusal 429 beyond a limit; such a call is not counted
     */
    synchronized void called(String member, LinkedInSettings settings) {
        turnDay();
        if (byMember.getOrDefault(member, 0L) >= settings.memberCallsPerDay()) {
            throw RestRefusal.of(
                    "TOO_MANY_REQUESTS",
                    "Resource level throttle MEMBER DAY limit for calls to this resource is reached.");
        }
        if (ofApp >= settings.appCallsPerDay()) {
            throw RestRefusal.of(
                    "TOO_MANY_REQUESTS",
                    "Resource level throttle APPLICATION DAY limit for calls to this resource is reached.");
        }
        byMember.merge(member, 1L, Long::sum);
        ofApp++;
    }

    synchronized Used used() {
        turnDay();
        return new Used(day, ofApp, Map.copyOf(byMember));
    }

    synchronized void forget() {
        byMember.clear();
        ofApp = 0;
    }

    private void turnDay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            forget();
            day = today;
        }
    }
}
