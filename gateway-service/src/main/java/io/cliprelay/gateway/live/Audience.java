package io.cliprelay.gateway.live;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a stream is about.
 *
 * @param clip one clip of the tenant's; all of them where empty
 */
record Audience(String tenant, Optional<UUID> clip) {

    Audience {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(clip, "clip");
    }
}
