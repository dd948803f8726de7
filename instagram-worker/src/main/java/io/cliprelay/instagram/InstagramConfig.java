package io.cliprelay.instagram;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import io.cliprelay.worker.PlatformSettings;

/**
 * How this worker speaks to Instagram, and for whom. The client is the app from Meta's dashboard. An account's
 * {@code external-id} is its number on Instagram (17841...), its attribute {@code login} is {@code facebook} or
 * {@code instagram}, its attribute {@code username} is where a Reel is looked for whose permalink is not known.
 */
@ConfigMapping(prefix = "cliprelay.instagram")
public interface InstagramConfig extends PlatformSettings {

    /** A call without a version falls back to the app's oldest one. */
    @WithDefault("v25.0")
    @Pattern(regexp = "v\\d+\\.\\d+", message = "must be a version of the Graph API, such as v25.0")
    String apiVersion();

    @WithDefault("https://graph.facebook.com")
    URI facebookUrl();

    @WithDefault("https://graph.instagram.com")
    URI instagramUrl();

    /** Ends of the names of hosts that bytes may be sent to, for the API names the address of each upload itself. */
    @WithDefault("rupload.facebook.com")
    @NotEmpty
    List<String> uploadHosts();

    /** Where people see what the API gives no permalink for; an account's username follows. */
    @WithDefault("https://www.instagram.com/")
    String profileUrl();

    /** Whether a Reel whose target does not say is shown in the feed, too. */
    @WithDefault("true")
    boolean shareToFeed();

    /**
     * Whether a Reel is published once more after it was looked for and not found, through the same container. If not, a
     * person has to look.
     */
    @WithDefault("true")
    boolean publishAgain();

    /** How long the id of a Reel that is known to be live is looked for. */
    @WithDefault("10m")
    Duration idPatience();

    /** How long before its end a long-lived token is exchanged for a new one. */
    @WithDefault("20d")
    Duration refreshAhead();
}
