package io.cliprelay.gateway.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A caller who has proved who it is.
 *
 * @param tenant whose calls they are
 * @param name tells its callers apart within a tenant: the key, or the person; no secret
 * @param until when its credential ends by itself; empty where it does not
 */
public record Identity(String tenant, String name, Mode mode, Set<Scope> scopes, Optional<Instant> until) {

    /** Whose calls are those that need no key. */
    static final String DEFAULT_TENANT = "default";

    public Identity {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mode, "mode");
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(until, "until");
    }

    /** One whose credential does not end by itself. */
    public Identity(String tenant, String name, Mode mode, Set<Scope> scopes) {
        this(tenant, name, mode, scopes, Optional.empty());
    }

    /** Whoever calls a gateway that asks nobody for a key. */
    static Identity anyone() {
        return new Identity(DEFAULT_TENANT, "anyone", Mode.LIVE, Set.of(Scope.ADMIN));
    }

    /** Whether one of {@code sufficient} is among its scopes; {@link Scope#ADMIN} suffices for all. */
    boolean hasAnyOf(Scope... sufficient) {
        return scopes.contains(Scope.ADMIN) || Arrays.stream(sufficient).anyMatch(scopes::contains);
    }

    String scopeWords() {
        return scopes.isEmpty()
                ? "none"
                : scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
    }
}
