package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.account.CachedToken.Held;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.UploadException;

/**
 * Finds a token that opens an account: the stored one while it is good, else a new one. One process fetches at a time,
 * by a lease in the database and without holding a connection meanwhile; the others wait for what it stores. What was
 * granted is stored before anybody uses it, since the refresh token that it came from may be dead by then.
 */
@ApplicationScoped
class TokenRenewal {

    /** An endpoint that takes the question and never answers must not hold an account's uploads for ever. */
    static final Duration CALL_LIMIT = Duration.ofSeconds(15);

    /** Two calls, the pause between them and some time to store what came of it; what a crash costs at most. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration WAIT = LEASE.plusSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int STORING_TRIES = 12;

    /** How long a token that is due, but could not be replaced, is used before the next try. */
    private static final Duration STOPGAP = Duration.ofMinutes(1);

    private static final Duration SHORTEST_USE = Duration.ofSeconds(5);

    /** As the stopgap, where asking again is of no use. */
    private static final Duration UNTIL_THE_OWNER_ACTS = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(TokenRenewal.class);

    private final CredentialStore store;
    private final TokenRefresher refresher;
    private final InstantSource clock;

    TokenRenewal(CredentialStore store, TokenRefresher refresher, InstantSource clock) {
        this.store = store;
        this.refresher = refresher;
        this.clock = clock;
    }

    /**
     * A token that is not the {@code refused} one. Fails with {@link UploadException}: of kind {@code auth} where only
     * the owner can help, else as passing.
     */
    Uni<Held> token(ConnectedAccount account, Optional<AccessToken> refused) {
        return token(new Wanted(account, refused, clock.instant().plus(WAIT)))
                .onFailure(failure -> !(failure instanceof UploadException))
                .transform(failure -> surprised(account, failure));
    }

    /** Whom for, what not, and until when at most. */
    private record Wanted(ConnectedAccount account, Optional<AccessToken> refused, Instant deadline) {}

    private Uni<Held> token(Wanted wanted) {
        return Uni.createFrom()
                .deferred(() -> look(wanted))
                .repeat()
                .withDelay(LOOK_AGAIN)
                .whilst(Optional::isEmpty)
                .collect()
                .last()
                .map(Optional::orElseThrow);
    }

    /** Empty where another process fetches and there is nothing to use meanwhile. */
    private Uni<Optional<Held>> look(Wanted wanted) {
        return store.of(wanted.account()).chain(stored -> {
            Optional<Held> fresh = fresh(stored, wanted);
            return fresh.isPresent() ? Uni.createFrom().item(fresh) : renewedBySomeone(stored, wanted);
        });
    }

    private Uni<Optional<Held>> renewedBySomeone(StoredCredential stored, Wanted wanted) {
        return store.take(stored, LEASE).chain(taken -> taken.map(mine -> renewed(mine, wanted))
                .orElseGet(() -> whileAnotherFetches(stored, wanted)));
    }

    private Uni<Optional<Held>> renewed(StoredCredential stored, Wanted wanted) {
        return granted(stored)
                .onItemOrFailure()
                .transformToUni((grant, failure) -> failure == null
                        ? kept(stored, grant)
                        : without(stored, wanted, (UploadException) failure).map(Optional::of));
    }

    /** Where no answer came, the platform may have replaced the refresh token or not: the old one is tried once more. */
    private Uni<Grant> granted(StoredCredential stored) {
        return Uni.createFrom()
                .deferred(() -> refresher.refresh(stored.credentials()))
                .ifNoItem()
                .after(CALL_LIMIT)
                .fail()
                .onFailure()
                .transform(failure -> TokenRefusal.of(stored.account(), failure))
                .onFailure(failure -> !needsOwner((UploadException) failure))
                .retry()
                .withBackOff(PAUSE, PAUSE)
                .atMost(1)
                .onFailure()
                .transform(TokenRenewal::lastFailure);
    }

    /**
     * A database that is away for a moment must not cost a refresh token that exists nowhere else. Empty where another
     * one replaced the secrets meanwhile.
     */
    private Uni<Optional<Held>> kept(StoredCredential stored, Grant grant) {
        Secrets secrets = stored.secrets().with(grant, clock.instant());
        return store.keep(stored, secrets)
                .onFailure()
                .retry()
                .withBackOff(LOOK_AGAIN, LONGEST_PAUSE)
                .atMost(STORING_TRIES)
                .map(kept -> kept ? Optional.of(held(stored, secrets)) : Optional.empty());
    }

    /** Used even if it is due already: a platform whose clock is wrong is not asked without end. */
    private Held held(StoredCredential stored, Secrets secrets) {
        Credentials credentials = secrets.of(stored.account());
        Instant due = refresher.dueAt(credentials);
        Instant soon = clock.instant().plus(SHORTEST_USE);
        return new Held(credentials.accessToken().orElseThrow(), due.isBefore(soon) ? soon : due);
    }

    private Uni<Held> without(StoredCredential stored, Wanted wanted, UploadException failure) {
        return told(stored, failure).chain(() -> store.release(stored)).chain(() -> stopgap(stored, wanted, failure)
                .map(held -> Uni.createFrom().item(held))
                .orElseGet(() -> Uni.createFrom().failure(failure)));
    }

    private Uni<Boolean> told(StoredCredential stored, UploadException failure) {
        Uni<Boolean> first = needsOwner(failure)
                ? store.unusable(stored, failure.failure().reason())
                : Uni.createFrom().item(true);
        return first.invoke(said -> LOG.logf(
                said ? Logger.Level.WARN : Logger.Level.DEBUG,
                "No new token for account %s: %s",
                stored.account().name(),
                failure.getMessage()));
    }

    private Optional<Held> stopgap(StoredCredential stored, Wanted wanted, UploadException failure) {
        return stopgap(stored, wanted, needsOwner(failure) ? UNTIL_THE_OWNER_ACTS : STOPGAP);
    }

    private Uni<Optional<Held>> whileAnotherFetches(StoredCredential stored, Wanted wanted) {
        Optional<Held> stopgap = stopgap(stored, wanted, STOPGAP);
        return stopgap.isEmpty() && clock.instant().isAfter(wanted.deadline())
                ? Uni.createFrom().failure(TokenRefusal.unavailable(wanted.account()))
                : Uni.createFrom().item(stopgap);
    }

    private Optional<Held> fresh(StoredCredential stored, Wanted wanted) {
        Instant due = refresher.dueAt(stored.credentials());
        return stored.alive(clock.instant(), wanted.refused())
                .filter(token -> clock.instant().isBefore(due))
                .map(token -> new Held(token, due));
    }

    /** A token that is due, and good for a little while yet. */
    private Optional<Held> stopgap(StoredCredential stored, Wanted wanted, Duration longest) {
        Instant now = clock.instant();
        Instant end = stored.secrets().accessExpiresAt().orElse(Instant.MAX);
        Instant until = end.isBefore(now.plus(longest)) ? end : now.plus(longest);
        return stored.alive(now, wanted.refused()).map(token -> new Held(token, until));
    }

    private static UploadException surprised(ConnectedAccount account, Throwable failure) {
        LOG.errorf(failure, "The credentials of account %s could not be read or stored", account.name());
        return TokenRefusal.unavailable(account);
    }

    private static boolean needsOwner(UploadException failure) {
        return failure.failure() instanceof UploadFailure.Auth;
    }

    /** Retries end with an exception of their own around the last one. */
    private static Throwable lastFailure(Throwable failure) {
        return failure instanceof UploadException ? failure : failure.getCause();
    }
}
