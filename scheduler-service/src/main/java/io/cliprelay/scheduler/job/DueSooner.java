package io.cliprelay.scheduler.job;

import java.time.Instant;
import java.util.OptionalLong;

/** How replicas tell each other, through the database, that something may be due sooner than they know. */
public final class DueSooner {

    /** What they listen to. */
    public static final String CHANNEL = "job_due";

    private DueSooner() {}

    static String payload(Instant at) {
        // Rounded up: whoever wakes then finds it due.
        return Long.toString(at.plusNanos(999_999).toEpochMilli());
    }

    /** The instant that was told of, in milliseconds of the epoch; empty where it cannot be read: look at once then. */
    public static OptionalLong epochMillis(String payload) {
        return payload.matches("-?\\d{1,18}") ? OptionalLong.of(Long.parseLong(payload)) : OptionalLong.empty();
    }
}
