package io.cliprelay.sandbox.gallery;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

/**
 * How posts are received: as a test has set it, else by small numbers that follow from a post's id and grow with its age
 * by the sandbox's clock. Safe for all threads.
 */
@Singleton
public class Audience {

    private static final int FIRST_VIEWERS = 10;
    private static final int VIEWS_A_MINUTE = 3;

    private final Map<String, Reception> set = new ConcurrentHashMap<>();
    private final Clock clock;

    Audience(Clock clock) {
        this.clock = clock;
    }

    public Reception of(Post post) {
        return Optional.ofNullable(set.get(post.id()))
                .orElseGet(() -> byAge(post.id(), Duration.between(post.createdAt(), clock.instant())));
    }

    static Reception byAge(String id, Duration age) {
        long first = 1 + Math.floorMod(id.hashCode(), FIRST_VIEWERS);
        long views = first + VIEWS_A_MINUTE * Math.max(0, age.toMinutes());
        return new Reception(views, views / 5, views / 20, views / 50);
    }

    void set(String id, Reception reception) {
        set.put(id, reception);
    }

    /** Nothing is set any more. */
    public void forget() {
        set.clear();
    }
}
