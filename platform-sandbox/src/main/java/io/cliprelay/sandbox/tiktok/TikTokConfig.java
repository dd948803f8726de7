package io.cliprelay.sandbox.tiktok;

import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whom the emulated TikTok knows from the start. */
@ConfigMapping(prefix = "sandbox.tiktok")
public interface TikTokConfig {

    /** Apps: secret by client key. */
    @NotEmpty
    Map<String, String> clients();

    /** Creators by a short name that serves as account name. */
    @NotEmpty
    Map<String, CreatorConfig> creators();

    /** One creator and the refresh token that speaks for it first. */
    interface CreatorConfig {
        String refreshToken();

        /** Absent: the short name. */
        Optional<String> username();

        @WithDefault("user.info.basic,user.info.profile,video.publish,video.upload,video.list")
        String scopes();

        @WithDefault("false")
        boolean privateAccount();

        @WithDefault("600")
        @Min(1)
        int maxDurationSeconds();
    }
}
