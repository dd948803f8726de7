package io.cliprelay.sandbox.instagram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

/** All containers, oldest first; safe for all threads. A restart forgets them. */
@Singleton
class Containers {

    private static final int MOST = 20_000;
    private static final Duration DAY = Duration.ofHours(24);

    private final Map<String, Container> byId = new LinkedHashMap<>();

    synchronized void add(Container container) {
        byId.put(container.id(), container);
        if (byId.size() > MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    synchronized Optional<Container> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized void remove(String id) {
        byId.remove(id);
    }

    /** How many the account opened within 24 hours. */
    synchronized long ofToday(Account account, Instant now) {
        return byId.values().stream()
                .filter(container -> container.account().equals(account))
                .filter(container -> container.createdAt().plus(DAY).isAfter(now))
                .count();
    }

    synchronized List<Container> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized void forget() {
        byId.clear();
    }
}
