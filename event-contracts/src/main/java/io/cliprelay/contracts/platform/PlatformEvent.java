package io.cliprelay.contracts.platform;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.EventType;
import io.cliprelay.contracts.upload.UploadFailure;

/**
 * What a worker tells of its platform, on {@code platform-catalog}, of which only the latest of each key is kept: the
 * description under the platform's id, the status under that and {@value #STATUS_KEY}, so that neither replaces the
 * other.
 */
public sealed interface PlatformEvent {

    /** What the key of a status has behind the platform's id. */
    String STATUS_KEY = "/status";

    /** What the platform accepts, whatever version of the event told it; empty where the event is not about that. */
    default Optional<PlatformDescriptor> latest() {
        return switch (this) {
            case Described described -> Optional.of(described.descriptor());
            case DescribedV1 described -> Optional.of(described.descriptor().upgraded());
            case StatusChanged changed -> Optional.empty();
        };
    }

    /** The worker is there, and this is what its platform accepts. */
    @EventType("io.cliprelay.platform.described.v2")
    record Described(PlatformDescriptor descriptor) implements PlatformEvent {
        public Described {
            Objects.requireNonNull(descriptor, "descriptor");
        }
    }

    /**
     * Whether the platform takes uploads at present. A platform of which nothing was said is up.
     *
     * @param until when it is tried again; absent where it is up, or where nobody can say
     * @param reason why it is not up
     */
    @EventType("io.cliprelay.platform.status-changed.v1")
    record StatusChanged(
            String platform, PlatformStatus status, Optional<Instant> until, Optional<UploadFailure.Reason> reason)
            implements PlatformEvent {
        public StatusChanged {
            Objects.requireNonNull(platform, "platform");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(reason, "reason");
        }

        /** The key that it is published under. */
        public String key() {
            return platform + STATUS_KEY;
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
