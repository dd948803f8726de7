package io.cliprelay.sandbox.youtube;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.LiveSettings;

/**
 * What the project and each channel have used up. The project's two buckets empty at midnight in Los Angeles,
 * a channel's uploads count for 24 hours. Safe for all threads.
 */
@Singleton
public class Quota {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Duration CHANNEL_WINDOW = Duration.ofHours(24);

    private final LiveSettings settings;
    private final Clock clock;
    private final Map<String, ArrayDeque<Instant>> uploadsOfChannels = new HashMap<>();
    private LocalDate day = LocalDate.EPOCH;
    private long uploads;
    private long units;

    Quota(LiveSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What is used of the project's day. */
    public record Used(LocalDate pacificDay, long uploads, long units) {}

    synchronized void chargeUpload(String channelId) {
        turnDay();
        if (uploads >= settings.current().uploadsPerDay()) {
            throw ApiRefusal.of("videoUploadsPerDay");
        }
        uploads++;
        ArrayDeque<Instant> recent = uploadsOfChannels.computeIfAbsent(channelId, id -> new ArrayDeque<>());
        Instant now = clock.instant();
        while (!recent.isEmpty() && !recent.peekFirst().plus(CHANNEL_WINDOW).isAfter(now)) {
            recent.pollFirst();
        }
        if (recent.size() >= settings.current().channelUploadsPerDay()) {
            throw ApiRefusal.of("uploadLimitExceeded");
        }
        recent.addLast(now);
    }

    synchronized void chargeUnits(int count) {
        turnDay();
        if (units + count > settings.current().unitsPerDay()) {
            throw ApiRefusal.of("quotaExceeded");
        }
        units += count;
    }

    public synchronized Used used() {
        turnDay();
        return new Used(day, uploads, units);
    }

    public synchronized void forget() {
        uploads = 0;
        units = 0;
        uploadsOfChannels.clear();
    }

    private void turnDay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PACIFIC);
        if (!today.equals(day)) {
            day = today;
            uploads = 0;
            units = 0;
        }
    }
}
