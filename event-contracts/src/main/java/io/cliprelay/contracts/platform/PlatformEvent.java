package io.cliprelay.contracts.platform;

import java.util.Objects;

import io.cliprelay.contracts.EventType;

/** What a worker tells of its platform, on {@code platform-catalog}, keyed by platform; only the latest is kept. */
public sealed interface PlatformEvent {

    /** What the platform accepts, whatever version of the event told it. */
    default PlatformDescriptor latest() {
        return switch (this) {
            case Described described -> described.descriptor();
            case DescribedV1 described -> described.descriptor().upgraded();
        };
    }

    /** The worker is there, and this is what its platform accepts. */
    @EventType("io.cliprelay.platform.described.v2")
    record Described(PlatformDescriptor descriptor) implements PlatformEvent {
        public Described {
            Objects.requireNonNull(descriptor, "descriptor");
        }
    }

    /** The same as workers told it at first; read, but not written any more. */
    @EventType("io.cliprelay.platform.described.v1")
    record DescribedV1(DescriptorV1 descriptor) implements PlatformEvent {
        public DescribedV1 {
            Objects.requireNonNull(descriptor, "descriptor");
        }
    }
}
