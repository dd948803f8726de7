package io.cliprelay.sandbox.linkedin;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

/** Notices the repeat of a recent post. Safe for all threads. */
@Singleton
class Duplicates {

    private final Map<Key, Made> posts = new HashMap<>();

    /** What makes a post the same as another. */
    record Key(String author, String commentary, String media) {}

    private record Made(String urn, Instant at) {}

    /** The URN of the first post of this kind within the window; with none, {@code urn} is it. */
    synchronized Optional<String> firstOf(Key key, String urn, Instant now, Duration window) {
        Made made = posts.get(key);
        if (made != null && now.isBefore(made.at().plus(window))) {
            return Optional.of(made.urn());
        }
        posts.put(key, new Made(urn, now));
        return Optional.empty();
    }

    synchronized void forget() {
        posts.clear();
    }
}
