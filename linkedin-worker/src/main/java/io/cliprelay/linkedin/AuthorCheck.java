package io.cliprelay.linkedin;

import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import io.cliprelay.worker.account.AccountSettings;

/** An account whose author nobody named cannot post; said at start, not at the first clip. */
class AuthorCheck {

    void start(@Observes StartupEvent starting, LinkedInConfig config) {
        config.accounts().forEach(AuthorCheck::check);
    }

    static void check(String name, AccountSettings.Account account) {
        if (account.externalId().filter(urn -> urn.matches(Urns.AUTHOR)).isEmpty()) {
            throw new IllegalStateException(
                    "cliprelay.linkedin.accounts.%s.external-id is %s; set the author's URN, such as urn:li:person:782bbtaQ or urn:li:organization:5515715"
                            .formatted(name, account.externalId().orElse("missing")));
        }
    }
}
