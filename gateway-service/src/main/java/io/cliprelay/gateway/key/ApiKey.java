package io.cliprelay.gateway.key;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.gateway.access.Identity;
import io.cliprelay.gateway.access.Mode;
import io.cliprelay.gateway.access.Scope;

/**
 * A key, without its secret.
 *
 * @param name what its owner calls it
 * @param hint how it begins
 * @param expiresAt absent where it does not end by itself
 * @param lastUsedAt to the minute; absent where it was not used yet
 */
@Schema(name = "ApiKey")
public record ApiKey(
        UUID id,
        String name,
        Mode mode,
        List<Scope> scopes,
        String hint,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {

    public ApiKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mode, "mode");
        scopes = List.copyOf(scopes);
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(revokedAt, "revokedAt");
        Objects.requireNonNull(lastUsedAt, "lastUsedAt");
    }

    boolean holdsAt(Instant now) {
        return revokedAt.isEmpty()
                && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
    }

    Identity identity(String tenant) {
        return new Identity(tenant, id.toString(), mode, Set.copyOf(scopes), expiresAt);
    }
}
