package io.cliprelay.worker.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.spi.AccessToken;

/**
 * One account's token in this process. Whoever asks while one is being fetched gets the same. Thread-safe.
 */
final class CachedToken {

    private final InstantSource clock;
    private final Function<Optional<AccessToken>, Uni<Held>> fetch;
    private Uni<Held> current;
    private Optional<AccessToken> present = Optional.empty();
    private Optional<AccessToken> refused = Optional.empty();
    private boolean pending;
    private Instant usableUntil = Instant.MIN;

    /**
     * @param fetch fetches another token than the given one, which the platform refused
     */
    CachedToken(InstantSource clock, Function<Optional<AccessToken>, Uni<Held>> fetch) {
        this.clock = clock;
        this.fetch = fetch;
    }

    /** A token, and when to ask again. */
    record Held(AccessToken token, Instant until) {}

    synchronized Uni<AccessToken> token() {
        if (!pending && !clock.instant().isBefore(usableUntil)) {
            pending = true;
            current = fetch.apply(refused)
                    .invoke(this::fetched)
                    .onFailure()
                    .invoke(this::failed)
                    .memoize()
                    .indefinitely();
        }
        return current.map(Held::token);
    }

    /** The platform did not take the last token: the next is another one; one that is being fetched already will do. */
    synchronized void forget() {
        refused = present;
        usableUntil = Instant.MIN;
    }

    /** The platform did not take this token; nothing changes where there is a newer one already. */
    synchronized void forget(AccessToken token) {
        if (present.filter(token::equals).isPresent()) {
            forget();
        }
    }

    private synchronized void fetched(Held held) {
        pending = false;
        present = Optional.of(held.token());
        usableUntil = held.until();
    }

    private synchronized void failed() {
        pending = false;
        usableUntil = Instant.MIN;
    }
}
