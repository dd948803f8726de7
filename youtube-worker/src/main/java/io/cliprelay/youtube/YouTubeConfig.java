package io.cliprelay.youtube;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import io.cliprelay.worker.PlatformSettings;

/**
 * How this worker speaks to YouTube, and for whom. The client is an OAuth client from Google's console. A chunk size is a
 * multiple of 256 KiB; without one, all that is left goes in one request, which costs the fewest round trips; a break
 * costs nothing more, since the session tells what arrived.
 */
@ConfigMapping(prefix = "cliprelay.youtube")
public interface YouTubeConfig extends PlatformSettings {

    @WithDefault("https://oauth2.googleapis.com/token")
    URI tokenUrl();

    @WithDefault("https://www.googleapis.com")
    URI apiUrl();

    /** A video's permalink is this and its id. */
    @WithDefault("https://www.youtube.com/watch?v=")
    String permalinkUrl();

    /** The category of videos whose target names none; 22 is "People &amp; Blogs". */
    @WithDefault("22")
    String categoryId();

    @WithDefault("false")
    boolean notifySubscribers();
}
