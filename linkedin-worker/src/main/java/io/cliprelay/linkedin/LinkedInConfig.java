package io.cliprelay.linkedin;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import io.cliprelay.worker.PlatformSettings;

/** How this worker speaks to LinkedIn, and for whom. An account's {@code external-id} is its author URN. */
@ConfigMapping(prefix = "cliprelay.linkedin")
public interface LinkedInConfig extends PlatformSettings {

    @WithDefault("https://api.linkedin.com")
    URI apiUrl();

    @WithDefault("https://www.linkedin.com/oauth/v2/accessToken")
    URI tokenUrl();

    /**
     * The version of the API, {@code YYYYMM}; one that LinkedIn lists, for not every month has one. Each lives about a
     * year.
     */
    @WithDefault("202609")
    @Pattern(regexp = "\\d{6}", message = "cliprelay.linkedin.api-version must be a listed version, such as 202609")
    String apiVersion();

    /** A post's permalink is this and its URN. */
    @WithDefault("https://www.linkedin.com/feed/update/")
    String permalinkUrl();

    /** Ends of the names of hosts that bytes may be sent to, for LinkedIn names the addresses of each upload itself. */
    @WithDefault(".linkedin.com")
    @NotEmpty
    List<String> uploadHosts();

    /** How many parts of one video are sent at once. More than one works by design, and is not documented. */
    @WithDefault("1")
    @Min(1)
    @Max(16)
    int parallelParts();

    /** The largest file. */
    @WithDefault("500M")
    MemorySize largestFile();

    /** Where a video may not be asked for: how long it takes until it is ready, besides the time for its size. */
    @WithDefault("10s")
    Duration processingTime();

    /** Where a video may not be asked for: how long it takes in addition for each megabyte. */
    @WithDefault("1s")
    Duration processingTimePerMegabyte();

    /** How long LinkedIn can be relied on to notice that a post is sent again. */
    @WithDefault("10m")
    Duration duplicateWindow();

    /** How long to wait with a token that is called revoked, in case it was only just issued; twice. */
    @WithDefault("5s")
    Duration freshTokenPause();
}
