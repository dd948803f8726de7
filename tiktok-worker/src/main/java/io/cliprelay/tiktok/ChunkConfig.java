package io.cliprelay.tiktok;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/**
 * How files are cut. The defaults hold under every reading of TikTok's rules: chunks of 5 to 64 MB, the last up to
 * 128 MB, at most 1000, and whether a megabyte has 1000 or 1024 units is open.
 */
public interface ChunkConfig {

    /** Files up to this size go in one chunk. */
    @WithDefault("64000000")
    MemorySize largestWhole();

    /** The size of the chunks of larger files; the last is up to twice as large. */
    @WithDefault("10000000")
    MemorySize size();
}
