package io.cliprelay.worker.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

/**
 * Replaces tokens ahead of need, so that no upload waits for one, none dies of not being used, and an owner hears early
 * that consent is missing.
 */
@ApplicationScoped
class TokenKeeper {

    private static final Logger LOG = Logger.getLogger(TokenKeeper.class);

    private final ConnectedAccounts accounts;
    private final AccessTokens tokens;
    private final TokenSettings settings;
    private final InstantSource clock;
    private final Vertx vertx;
    private final Map<UUID, Instant> leftAlone = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    TokenKeeper(
            ConnectedAccounts accounts, AccessTokens tokens, TokenSettings settings, InstantSource clock, Vertx vertx) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** After the accounts were told of: nobody hears of a token before hearing whose it is. */
    void start(@Observes @Priority(Announcement.ORDER + 1) StartupEvent started) {
        vertx.runOnContext(ignored -> check());
        vertx.setPeriodic(settings.checkInterval().toMillis(), timer -> check());
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void check() {
        if (!stopped) {
            accounts.all().stream().filter(this::isWatched).forEach(this::check);
        }
    }

    private boolean isWatched(ConnectedAccount account) {
        return !clock.instant().isBefore(leftAlone.getOrDefault(account.id(), Instant.MIN));
    }

    /** Nobody waits for it: the next check, or whoever needs the token, tries again. */
    private void check(ConnectedAccount account) {
        tokens.of(account)
                .subscribe()
                .with(token -> leftAlone.remove(account.id()), failure -> failed(account, failure));
    }

    private void failed(ConnectedAccount account, Throwable failure) {
        LOG.debugf("Account %s has no token for now: %s", account.name(), failure.getMessage());
        if (failure instanceof UploadException told && told.failure() instanceof UploadFailure.Auth) {
            leftAlone.put(account.id(), clock.instant().plus(settings.retryInterval()));
        }
    }
}
