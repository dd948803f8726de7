package io.cliprelay.worker.account;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.smallrye.mutiny.Multi;
import org.jboss.logging.Logger;

import io.cliprelay.worker.account.seal.KeyRing;

/** Seals by the newest key what an older one sealed, once the keys were exchanged: the older can go after that. */
@ApplicationScoped
class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final ConnectedAccounts accounts;
    private final CredentialStore credentials;

    Resealing(ConnectedAccounts accounts, CredentialStore credentials) {
        this.accounts = accounts;
        this.credentials = credentials;
    }

    /** On the thread that looks at secrets, which may block. What fails here is done when it is next stored. */
    void reseal(@Observes KeyRing exchanged) {
        Multi.createFrom()
                .iterable(accounts.all())
                .onItem()
                .transformToUniAndConcatenate(account -> credentials
                        .seed(account)
                        .onFailure()
                        .invoke(failure ->
                                LOG.warnf("Credentials are still sealed by an older key: %s", failure.getMessage()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .await()
                .atMost(LIMIT);
    }
}
