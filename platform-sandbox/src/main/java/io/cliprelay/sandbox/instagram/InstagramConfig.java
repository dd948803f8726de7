package io.cliprelay.sandbox.instagram;

import java.util.Map;

import jakarta.validation.constraints.NotEmpty;

import io.smallrye.config.ConfigMapping;

/** Whom the emulated Instagram knows from the start. */
@ConfigMapping(prefix = "sandbox.instagram")
public interface InstagramConfig {

    /** Apps: secret by client id. */
    @NotEmpty
    Map<String, String> clients();

    /** Professional accounts by a short name. */
    @NotEmpty
    Map<String, AccountConfig> accounts();

    /** One account and the long-lived token that speaks for it first. */
    interface AccountConfig {

        /** As in 17841400000000001. */
        String id();

        /** {@code facebook} or {@code instagram}. */
        Login login();

        String accessToken();
    }
}
