package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.spi.AccessToken;

/**
 * One account's token. Whoever asks while one is being fetched gets the same: an account has one refresher at a time in
 * a process. Thread-safe.
 */
final class CachedToken {

    /** A token that expires during a long call is no harm: the next call gets a new one. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final Uni<Grant> fetch;
    private Uni<Grant> current;
    private boolean pending;
    private Instant usableUntil = Instant.MIN;

    CachedToken(InstantSource clock, Uni<Grant> fetch) {
        this.clock = clock;
        this.fetch = fetch;
    }

    /** A token and the end of its life. */
    record Grant(AccessToken token, Instant expires) {}

    synchronized Uni<AccessToken> token() {
        if (!pending && !clock.instant().isBefore(usableUntil)) {
            pending = true;
            current = fetch.invoke(this::fetched)
                    .onFailure()
                    .invoke(this::refused)
                    .memoize()
                    .indefinitely();
        }
        return current.map(Grant::token);
    }

    /** The next token is a fetched one; one that is being fetched already will do. */
    synchronized void forget() {
        usableUntil = Instant.MIN;
    }

    private synchronized void fetched(Grant grant) {
        pending = false;
        usableUntil = grant.expires().minus(MARGIN);
    }

    private synchronized void refused() {
        pending = false;
        usableUntil = Instant.MIN;
    }
}
