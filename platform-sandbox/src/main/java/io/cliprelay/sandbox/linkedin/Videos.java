package io.cliprelay.sandbox.linkedin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

/** The videos whose upload was begun, in their order; safe for all threads. A restart forgets them. */
@Singleton
class Videos {

    private static final int MOST = 20_000;

    private final Map<String, Video> byUrn = new LinkedHashMap<>();
    private final AtomicLong authorizedParts = new AtomicLong();

    synchronized void add(Video video) {
        byUrn.put(video.start().urn(), video);
        if (byUrn.size() > MOST) {
            byUrn.remove(byUrn.keySet().iterator().next());
        }
    }

    synchronized Optional<Video> find(String urn) {
        return Optional.ofNullable(byUrn.get(urn));
    }

    synchronized void remove(Video video) {
        byUrn.remove(video.start().urn());
    }

    /** A copy, oldest first. */
    synchronized List<Video> all() {
        return new ArrayList<>(byUrn.values());
    }

    /** A part came with an access token, which its address does not want. */
    void countAuthorizedPart() {
        authorizedParts.incrementAndGet();
    }

    long authorizedParts() {
        return authorizedParts.get();
    }

    synchronized void forget() {
        byUrn.clear();
        authorizedParts.set(0);
    }
}
