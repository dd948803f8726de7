package io.cliprelay.gateway.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How an account is, as its worker told last.
 *
 * @param consentNeeded why its owner has to connect it again; empty where that is not needed
 * @param consentEndsAt when its owner has to, at the latest, as far as the platform says
 * @param held what keeps uploads from it now
 */
public record AccountHealth(
        Optional<String> consentNeeded, Optional<Instant> consentEndsAt, Optional<Standstill> held) {

    /** Of which nothing was told. */
    public static final AccountHealth SOUND = new AccountHealth(Optional.empty(), Optional.empty(), Optional.empty());

    public AccountHealth {
        Objects.requireNonNull(consentNeeded, "consentNeeded");
        Objects.requireNonNull(consentEndsAt, "consentEndsAt");
        Objects.requireNonNull(held, "held");
    }
}
