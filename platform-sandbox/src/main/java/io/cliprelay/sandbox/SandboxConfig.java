package io.cliprelay.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the sandbox is started with; {@link Settings} are the part of it that can be changed while it runs. */
@ConfigMapping(prefix = "sandbox")
public interface SandboxConfig {

    /** Where the posts are kept over a restart; absent: they are forgotten when the process ends. */
    Optional<Path> stateFolder();

    /** What a post's permalink starts with, the id follows; absent: {@code <base URL of the request>/watch?v=}. */
    Optional<String> permalinkBase();

    /** OAuth clients: secret by client id. */
    @NotEmpty
    Map<String, String> clients();

    /** Channels that exist from the start, by a short name that serves as account name. */
    @NotEmpty
    Map<String, ChannelConfig> channels();

    /** How many API calls {@code /sandbox/requests} remembers. */
    @WithDefault("20000")
    @Min(1)
    int rememberedCalls();

    /** How many upload sessions are remembered; beyond it the oldest are forgotten, as if expired. */
    @WithDefault("20000")
    @Min(1)
    int rememberedSessions();

    MediaConfig media();

    YouTubeConfig youtube();

    /** How much of the media is kept to be looked at; all of it is counted and digested. */
    interface MediaConfig {
        /** The largest video that is kept. */
        @WithDefault("256M")
        MemorySize largestKept();

        /** All of them together; beyond it the oldest go. */
        @WithDefault("2G")
        MemorySize keptInAll();
    }

    /** One channel and the refresh token that speaks for it. */
    interface ChannelConfig {
        String refreshToken();

        Optional<String> title();

        /** Scopes without their common prefix, separated by spaces. */
        @WithDefault("youtube.upload youtube.readonly yt-analytics.readonly")
        String scopes();
    }

    /** The first values of the settings; see {@link Settings} for what they mean. */
    interface YouTubeConfig {
        @WithDefault("0")
        @Min(0)
        long uploadBytesPerSecond();

        @WithDefault("0s")
        Duration processingTime();

        @WithDefault("0s")
        Duration uploadsPlaylistLag();

        @WithDefault("1000000")
        @Min(0)
        long uploadsPerDay();

        @WithDefault("100000000")
        @Min(0)
        long unitsPerDay();

        @WithDefault("1000000")
        @Min(0)
        long channelUploadsPerDay();

        @WithDefault("false")
        boolean forcePrivate();

        @WithDefault("true")
        boolean strictMultiples();

        @WithDefault("3599s")
        Duration accessTokenLifetime();

        @WithDefault("7d")
        Duration sessionLifetime();

        @WithDefault("404")
        @Min(404)
        @Max(410)
        int expiredSessionStatus();

        @WithDefault("0s")
        Duration publishAtDistance();
    }
}
