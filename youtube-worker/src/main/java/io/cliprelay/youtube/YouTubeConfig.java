package io.cliprelay.youtube;

import java.net.URI;
import java.util.Optional;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import io.cliprelay.worker.account.AccountSettings;

/** How this worker speaks to YouTube, and for whom. */
@ConfigMapping(prefix = "cliprelay.youtube")
public interface YouTubeConfig extends AccountSettings {

    /** The OAuth client from Google's console. */
    @NotBlank
    String clientId();

    @NotBlank
    String clientSecret();

    @WithDefault("https://oauth2.googleapis.com/token")
    URI tokenUrl();

    @WithDefault("https://www.googleapis.com")
    URI apiUrl();

    /** A video's permalink is this and its id. */
    @WithDefault("https://www.youtube.com/watch?v=")
    String permalinkUrl();

    /**
     * Bytes in one request, a multiple of 256 KiB. Absent: all that is left goes in one request, which costs the fewest
     * round trips; a break costs nothing more, since the session tells what arrived.
     */
    Optional<MemorySize> chunkSize();

    /** The category of videos whose target names none; 22 is "People &amp; Blogs". */
    @WithDefault("22")
    String categoryId();

    @WithDefault("false")
    boolean notifySubscribers();

    /** How often an upload is tried before it is given up. */
    @WithDefault("3")
    @Min(1)
    int retryAttempts();
}
