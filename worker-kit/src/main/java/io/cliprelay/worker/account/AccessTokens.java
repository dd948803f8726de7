package io.cliprelay.worker.account;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.spi.AccessToken;

/** Access tokens, shared by all replicas through the credential store and replaced before they expire. Thread-safe. */
@ApplicationScoped
public class AccessTokens {

    private final TokenRenewal renewal;
    private final InstantSource clock;
    private final Map<UUID, CachedToken> tokens = new ConcurrentHashMap<>();

    AccessTokens(TokenRenewal renewal, InstantSource clock) {
        this.renewal = renewal;
        this.clock = clock;
    }

    /**
     * A token that opens {@code account}. Fails with {@link io.cliprelay.worker.spi.UploadException}: of kind {@code
     * auth} where only its owner can help, else as passing.
     */
    public Uni<AccessToken> of(ConnectedAccount account) {
        return cached(account).token();
    }

    /** The platform did not take this token. Where it was replaced meanwhile, nothing is fetched for it. */
    public void forget(ConnectedAccount account, AccessToken refused) {
        cached(account).forget(refused);
    }

    private CachedToken cached(ConnectedAccount account) {
        return tokens.computeIfAbsent(
                account.id(), id -> new CachedToken(clock, refused -> renewal.token(account, refused)));
    }
}
