package io.cliprelay.gateway.key;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.cliprelay.gateway.access.Mode;
import io.cliprelay.gateway.access.Scope;

/** A key as it is stored. */
@Entity
@Table(name = "api_key")
public class ApiKeyRow {

    @Id
    private UUID id;

    private String tenant;

    private String name;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    /** Their names, with commas between. */
    private String scopes;

    private String hint;

    private String sha256;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    /** For Hibernate. */
    protected ApiKeyRow() {}

    ApiKeyRow(String tenant, ApiKey key, String sha256) {
        this.id = key.id();
        this.tenant = tenant;
        this.name = key.name();
        this.mode = key.mode();
        this.scopes = key.scopes().stream().map(Scope::name).collect(Collectors.joining(","));
        this.hint = key.hint();
        this.sha256 = sha256;
        this.createdAt = key.createdAt();
        this.expiresAt = key.expiresAt().orElse(null);
    }

    String tenant() {
        return tenant;
    }

    ApiKey key() {
        List<Scope> known =
                Arrays.stream(scopes.split(",")).map(Scope::valueOf).sorted().toList();
        return new ApiKey(
                id,
                name,
                mode,
                known,
                hint,
                createdAt,
                Optional.ofNullable(expiresAt),
                Optional.ofNullable(revokedAt),
                Optional.ofNullable(lastUsedAt));
    }
}
