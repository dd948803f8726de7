package io.cliprelay.gateway.key;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.cliprelay.gateway.access.Doorkeeper;
import io.cliprelay.gateway.access.Identity;
import io.cliprelay.gateway.access.Sha256;

/** Knows callers by the keys that are stored. Remembers each for a moment, so that a busy caller costs no look-ups. */
@ApplicationScoped
class KnownKeys implements Doorkeeper {

    private static final Logger LOG = Logger.getLogger(KnownKeys.class);

    private final ApiKeys keys;
    private final KeyConfig config;
    private final InstantSource clock;

    /** By hash. Only keys that exist come in here, so it is never larger than their table. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    KnownKeys(ApiKeys keys, KeyConfig config, InstantSource clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    private record Known(ApiKeys.Owned owned, Instant until) {}

    @Override
    public Uni<Optional<Identity>> identify(String token) {
        return Secret.looksLike(token)
                ? identifyByHash(Sha256.hex(token))
                : Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Set<String>> ended(Set<String> names) {
        List<UUID> ids = names.stream().flatMap(KnownKeys::id).toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : keys.revoked(ids)
                        .map(revoked -> revoked.stream().map(UUID::toString).collect(Collectors.toSet()));
    }

    /** The id of a key; nothing where somebody else is named. */
    private static Stream<UUID> id(String name) {
        try {
            return Stream.of(UUID.fromString(name));
        } catch (IllegalArgumentException another) {
            return Stream.empty();
        }
    }

    /** What is remembered may have changed. */
    void forget() {
        known.clear();
    }

    private Uni<Optional<Identity>> identifyByHash(String sha256) {
        Instant now = clock.instant();
        Known remembered = known.get(sha256);
        return remembered != null && now.isBefore(remembered.until())
                ? Uni.createFrom().item(holding(remembered.owned(), now))
                : lookUp(sha256, now);
    }

    private Uni<Optional<Identity>> lookUp(String sha256, Instant now) {
        return keys.bySha256(sha256)
                .invoke(found -> remember(sha256, found, now))
                .invoke(found -> found.map(ApiKeys.Owned::key)
                        .filter(key -> key.holdsAt(now))
                        .filter(key -> isUseToNote(key, now))
                        .ifPresent(key -> noteUse(key, now)))
                .map(found -> found.flatMap(owned -> holding(owned, now)));
    }

    private void remember(String sha256, Optional<ApiKeys.Owned> found, Instant now) {
        found.ifPresentOrElse(
                owned -> known.put(sha256, new Known(owned, now.plus(config.trustedFor()))),
                () -> known.remove(sha256));
    }

    private boolean isUseToNote(ApiKey key, Instant now) {
        return key.lastUsedAt()
                .filter(used -> now.isBefore(used.plus(config.usedWithin())))
                .isEmpty();
    }

    /** Nobody waits for it: who has a key that holds is let in also while nothing can be written. */
    private void noteUse(ApiKey key, Instant now) {
        keys.used(key.id(), now)
                .subscribe()
                .with(
                        noted -> {},
                        failure -> LOG.warnf("It could not be noted that the key %s was used: %s", key.id(), failure));
    }

    private static Optional<Identity> holding(ApiKeys.Owned owned, Instant now) {
        return owned.key().holdsAt(now) ? Optional.of(owned.key().identity(owned.tenant())) : Optional.empty();
    }
}
