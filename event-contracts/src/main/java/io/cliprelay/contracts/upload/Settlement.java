package io.cliprelay.contracts.upload;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person found out about an upload that the platform gave no answer for.
 *
 * @param published whether it is on the platform
 * @param permalink where; present if published
 * @param platformPostId the platform's own id, where known
 * @param settledBy who said so
 */
public record Settlement(
        boolean published, Optional<URI> permalink, Optional<String> platformPostId, String settledBy) {

    public Settlement {
        permalink = permalink == null ? Optional.empty() : permalink;
        platformPostId = platformPostId == null ? Optional.empty() : platformPostId;
        Objects.requireNonNull(settledBy, "settledBy");
        if (published && permalink.isEmpty()) {
            throw new IllegalArgumentException("a published upload needs the permalink of its post");
        }
    }
}
