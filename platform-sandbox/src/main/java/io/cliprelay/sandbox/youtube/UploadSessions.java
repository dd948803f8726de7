package io.cliprelay.sandbox.youtube;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.SandboxConfig;

/** The upload sessions that are known, by id; safe for all threads. A restart forgets them. */
@Singleton
public class UploadSessions {

    private final Map<String, UploadSession> byId = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<UploadSession> inOrder = new ConcurrentLinkedDeque<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Clock clock;
    private final int capacity;

    UploadSessions(SandboxConfig config, Clock clock) {
        this.clock = clock;
        this.capacity = config.rememberedSessions();
    }

    void add(UploadSession session) {
        byId.put(session.opening().id(), session);
        inOrder.addLast(session);
        if (size.incrementAndGet() > capacity) {
            dropOldest();
        }
    }

    private void dropOldest() {
        UploadSession oldest = inOrder.pollFirst();
        if (oldest != null) {
            size.decrementAndGet();
            forget(oldest.opening().id());
        }
    }

    /** Empty if it was never opened, was forgotten, or has expired. */
    Optional<UploadSession> find(String id) {
        return Optional.ofNullable(id).map(byId::get).filter(session -> clock.instant()
                .isBefore(session.opening().expiresAt()));
    }

    /** The session answers no more; the admin API still shows it. */
    void forget(String id) {
        Optional.ofNullable(byId.remove(id)).ifPresent(UploadSession::discard);
    }

    /** The last sessions, the newest at the end. */
    public List<Object> last(int count) {
        var sessions = List.copyOf(inOrder);
        return sessions.subList(Math.max(0, sessions.size() - count), sessions.size()).stream()
                .<Object>map(UploadSession::snapshot)
                .toList();
    }

    public void forgetAll() {
        byId.values().forEach(session -> {
            session.supersede();
            session.discard();
        });
        byId.clear();
        inOrder.clear();
        size.set(0);
    }
}
