package io.cliprelay.worker.account;

import java.util.Map;

import jakarta.validation.constraints.NotBlank;

import io.smallrye.config.WithDefault;

/**
 * What every platform's configuration says of its accounts; a platform extends it under a prefix of its own. The
 * client that the refresh tokens belong to is that of {@code quarkus.oidc-client}.
 */
public interface AccountSettings {

    /** Connected accounts by the name that targets use. At least one, or the worker has nobody to publish for. */
    Map<String, Account> accounts();

    /** One connected account. */
    interface Account {

        /** Who owns it. */
        @WithDefault("default")
        @NotBlank
        String tenant();

        /** The long-lived secret that its owner's consent gave. */
        @NotBlank
        String refreshToken();
    }
}
