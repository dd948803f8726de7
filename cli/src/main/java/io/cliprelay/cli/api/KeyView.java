package io.cliprelay.cli.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An API key as the gateway shows it. */
public record KeyView(
        UUID id,
        String name,
        String mode,
        List<String> scopes,
        String hint,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {

    public KeyView {
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }
}
