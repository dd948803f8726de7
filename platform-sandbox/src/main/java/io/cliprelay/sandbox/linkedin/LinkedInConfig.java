package io.cliprelay.sandbox.linkedin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.NotEmpty;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whom the emulated LinkedIn knows from the start. */
@ConfigMapping(prefix = "sandbox.linkedin")
public interface LinkedInConfig {

    /** Apps: secret by client id. */
    @NotEmpty
    Map<String, String> clients();

    /** Members by a short name. */
    @NotEmpty
    Map<String, MemberConfig> members();

    /** One member, and the tokens that speak for it first. */
    interface MemberConfig {
        /** The id in the member's URN. */
        String personId();

        /** An access token with a life of 60 days from the start. */
        Optional<String> accessToken();

        /** Only apps of approved partners are given one. */
        Optional<String> refreshToken();

        @WithDefault("openid,profile,w_member_social")
        String scopes();

        /** Numbers of the organisations whose page the member administers. */
        Optional<List<String>> organizations();
    }
}
