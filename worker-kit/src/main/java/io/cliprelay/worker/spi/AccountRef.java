package io.cliprelay.worker.spi;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The account that an upload goes to.
 *
 * @param name what its tenant calls it
 * @param externalId what the platform calls it, such as an author's URN; absent where none was configured
 * @param attributes what else only this platform knows of it, by the names in the platform's documentation
 */
public record AccountRef(
        UUID id, String tenant, String name, Optional<String> externalId, Map<String, String> attributes) {

    public AccountRef {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(externalId, "externalId");
        attributes = Map.copyOf(attributes);
    }
}
