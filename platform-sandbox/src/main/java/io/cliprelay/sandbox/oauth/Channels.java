package io.cliprelay.sandbox.oauth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.SandboxConfig;

/** The channels that exist, by name; safe for all threads. */
@Singleton
public class Channels {

    private final Map<String, Channel> byName = new ConcurrentSkipListMap<>();
    private final SandboxConfig config;

    Channels(SandboxConfig config) {
        this.config = config;
        reset();
    }

    public final void reset() {
        byName.clear();
        config.channels().forEach((name, channel) -> add(name, channel.title().orElse(name)));
    }

    public final Channel add(String name, String title) {
        var channel = Channel.named(name, title);
        byName.put(name, channel);
        return channel;
    }

    public Optional<Channel> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<Channel> all() {
        return List.copyOf(byName.values());
    }
}
