package io.cliprelay.tiktok;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import io.cliprelay.worker.PlatformSettings;

/** How this worker speaks to TikTok, and for whom. The client id is the app's client key from the developer portal. */
@ConfigMapping(prefix = "cliprelay.tiktok")
public interface TikTokConfig extends PlatformSettings {

    @WithDefault("https://open.tiktokapis.com")
    URI apiUrl();

    @WithDefault("https://open.tiktokapis.com/v2/oauth/token/")
    URI tokenUrl();

    /** A video's permalink is this, the creator's name, {@code /video/} and its id. */
    @WithDefault("https://www.tiktok.com/@")
    String permalinkUrl();

    /** Ends of the names of hosts that bytes may be sent to, for TikTok names the address of each upload itself. */
    @WithDefault(".tiktokapis.com")
    @NotEmpty
    List<String> uploadHosts();

    /** How long TikTok takes bytes for an upload. */
    @WithDefault("1h")
    Duration uploadLifetime();

    /** How long after its begin a publication may be unknown because TikTok's servers do not all know it yet. */
    @WithDefault("2m")
    Duration publicationLag();

    /** Whether TikTok has audited the app; apps without audit may post only privately, to private accounts. */
    @WithDefault("true")
    boolean audited();

    /** The largest file; apps in TikTok's own sandbox are said to have 128 MB. */
    @WithDefault("4000000000")
    MemorySize largestFile();

    /** Files up to this size go in one request, larger ones in requests of {@code upload.chunk-size}, 10 MB if absent. */
    @WithDefault("64000000")
    MemorySize largestWhole();
}
