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

    /** The key that the event is published under. */
    String key();

    /** The worker is there, and this is what its platform accepts. */
    @EventType("io.cliprelay.platform.described.v1")
    record Described(PlatformDescriptor descriptor) implements PlatformEvent {
        public Described {
            Objects.requireNonNull(descriptor, "descriptor");
        }

        @Override
        public String key() {
            return descriptor.platform();
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

        @Override
        public String key() {
            return platform + STATUS_KEY;
        }
    }
}
