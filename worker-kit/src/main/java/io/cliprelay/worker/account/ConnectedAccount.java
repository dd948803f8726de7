package io.cliprelay.worker.account;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.worker.spi.AccountRef;

/**
 * An account that can be published to.
 *
 * @param externalId its id on the platform
 * @param attributes what else the platform's worker has to know of it
 * @param seed secret; it never shows
 */
public record ConnectedAccount(
        UUID id, String tenant, String name, Optional<String> externalId, Map<String, String> attributes, Seed seed) {

    public ConnectedAccount {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(externalId, "externalId");
        attributes = Map.copyOf(attributes);
        Objects.requireNonNull(seed, "seed");
    }

    /** What an uploader is told of it. */
    public AccountRef ref() {
        return new AccountRef(id, tenant, name, externalId, attributes);
    }

    @Override
    public String toString() {
        return "ConnectedAccount[" + name + " of " + tenant + ", " + id + "]";
    }
}
