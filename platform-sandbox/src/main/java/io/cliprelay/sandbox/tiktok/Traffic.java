package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.time.Duration;

import jakarta.inject.Singleton;

/** What was called and posted lately, by the limits that TikTok counts. */
@Singleton
class Traffic {

    private final SlidingWindows minutes = new SlidingWindows(Duration.ofMinutes(1));
    private final SlidingWindows posts = new SlidingWindows(Duration.ofHours(24));
    private final SlidingWindows users = new SlidingWindows(Duration.ofHours(24));
    private final Clock clock;

    Traffic(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a call of an access token.
     *
     * @throws ApiRefusal {@code rate_limit_exceeded} beyond the limit; such a call is not counted
     */
    void called(String operation, String accessToken, long perMinute) {
        if (!minutes.admits(operation + " " + accessToken, perMinute, clock.instant())) {
            throw ApiRefusal.of("rate_limit_exceeded");
        }
    }

    void posted(Creator creator) {
        posts.add(creator.name(), clock.instant());
    }

    int postsToday(Creator creator) {
        return posts.count(creator.name(), clock.instant());
    }

    void active(Creator creator) {
        users.add(creator.name(), clock.instant());
    }

    long othersActiveToday(Creator creator) {
        return users.othersActive(creator.name(), clock.instant());
    }

    void forget() {
        minutes.forget();
        posts.forget();
        users.forget();
    }
}
