package io.cliprelay.gateway.live;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadProgress;

/** Hands what this replica hears to those who listen for a clip. Thread-safe. */
@ApplicationScoped
class LiveEvents {

    private final Map<UUID, Set<ClipListener>> byClip = new ConcurrentHashMap<>();

    LiveEvents(MeterRegistry meters) {
        meters.gaugeMapSize("cliprelay.live.clips", Tags.empty(), byClip);
    }

    void add(UUID clipId, ClipListener listener) {
        byClip.compute(clipId, (clip, listeners) -> with(listeners, listener));
    }

    void remove(UUID clipId, ClipListener listener) {
        byClip.computeIfPresent(clipId, (clip, listeners) -> without(listeners, listener));
    }

    void tell(UploadEvent event) {
        listeners(event.upload().clipId(), listener -> listener.on(event));
    }

    void tell(UploadProgress progress) {
        listeners(progress.upload().clipId(), listener -> listener.on(progress));
    }

    private void listeners(UUID clipId, Consumer<ClipListener> action) {
        byClip.getOrDefault(clipId, Set.of()).forEach(action);
    }

    private static Set<ClipListener> with(Set<ClipListener> listeners, ClipListener added) {
        Set<ClipListener> all = listeners == null ? ConcurrentHashMap.newKeySet() : listeners;
        all.add(added);
        return all;
    }

    private static Set<ClipListener> without(Set<ClipListener> listeners, ClipListener removed) {
        listeners.remove(removed);
        return listeners.isEmpty() ? null : listeners;
    }
}
