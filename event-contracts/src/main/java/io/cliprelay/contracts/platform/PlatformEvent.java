package io.cliprelay.contracts.platform;

import java.util.Objects;

import io.cliprelay.contracts.EventType;

/** What a worker tells of its platform, on {@code platform-catalog}, keyed by platform; only the latest is kept. */
public sealed interface PlatformEvent {

    /** The worker is there, and this is what its platform accepts. */
    @EventType("io.cliprelay.platform.described.v1")
    record Described(PlatformDescriptor descriptor) implements PlatformEvent {
        public Described {
            Objects.requireNonNull(descriptor, "descriptor");
        }
    }
}
