package io.cliprelay.gateway.key;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.access.Mode;
import io.cliprelay.kit.problem.ProblemException;

/** Makes and ends keys. */
@ApplicationScoped
class Keyring {

    private final ApiKeys keys;
    private final KnownKeys known;
    private final InstantSource clock;

    Keyring(ApiKeys keys, KnownKeys known, InstantSource clock) {
        this.keys = keys;
        this.known = known;
        this.clock = clock;
    }

    /** A new key; fails with a problem where the request asks for none that can be. */
    Uni<NewKey> make(String tenant, KeyRequest request) {
        // What PostgreSQL can keep.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<FieldError> errors = request.errors(now);
        if (!errors.isEmpty()) {
            return Uni.createFrom().failure(new ProblemException(KeyProblems.invalid(errors)));
        }
        Secret secret = Secret.random(request.mode().orElse(Mode.LIVE));
        ApiKey key = key(request, secret, now);
        return keys.add(tenant, key, secret).replaceWith(() -> new NewKey(key, secret.text()));
    }

    Uni<List<ApiKey>> all(String tenant) {
        return keys.of(tenant);
    }

    /** Ends a key, here at once and in other replicas when they look again. */
    Uni<Void> revoke(String tenant, UUID id) {
        return keys.revoke(tenant, id, clock.instant())
                .invoke(known::forget)
                .onItem()
                .transformToUni(there -> there
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new ProblemException(KeyProblems.noSuchKey(id.toString()))));
    }

    private static ApiKey key(KeyRequest request, Secret secret, Instant now) {
        return new ApiKey(
                UUID.randomUUID(),
                request.name().orElseThrow().strip(),
                request.mode().orElse(Mode.LIVE),
                request.scopes().stream().distinct().sorted().toList(),
                secret.hint(),
                now,
                request.expiresAt().map(end -> end.truncatedTo(ChronoUnit.MICROS)),
                Optional.empty(),
                Optional.empty());
    }
}
