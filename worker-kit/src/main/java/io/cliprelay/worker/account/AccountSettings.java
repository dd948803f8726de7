package io.cliprelay.worker.account;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;

import io.smallrye.config.WithDefault;

/**
 * What every platform's configuration says of its accounts; a platform extends it under a prefix of its own. The
 * client that the tokens belong to is that of {@code quarkus.oidc-client}.
 */
public interface AccountSettings {

    /** Whether this worker publishes at all. */
    @WithDefault("true")
    boolean enabled();

    /** Connected accounts by the name that targets use. At least one, or the worker has nobody to publish for. */
    Map<String, Account> accounts();

    /** One connected account. It has a refresh token, an access token, or both. */
    interface Account {

        /** Who owns it. */
        @WithDefault("default")
        @NotBlank
        String tenant();

        /**
         * The long-lived secret that its owner's consent gave. It seeds the credential store: where the platform gives
         * a new one later, that one counts, until another one is configured here.
         */
        Optional<String> refreshToken();

        /** For platforms that give no refresh token: the access token of the owner's consent. A seed, too. */
        Optional<String> accessToken();

        /** The end of the access token's life, such as {@code 2027-01-22T10:00:00Z}; absent where nobody knows. */
        Optional<Instant> accessTokenExpiresAt();

        /** The account's id on the platform, for platforms whose calls name it. */
        Optional<String> externalId();

        /** What else the platform's worker has to know of this account. */
        Map<String, String> attributes();
    }
}
