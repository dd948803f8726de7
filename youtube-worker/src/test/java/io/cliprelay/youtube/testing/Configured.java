package io.cliprelay.youtube.testing;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

import io.cliprelay.youtube.YouTubeConfig;

/** The worker's configuration as a file would give it. */
public final class Configured {

    private Configured() {}

    /** A client, no account, and these settings below {@code cliprelay.youtube.}. */
    public static YouTubeConfig with(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("client-id", "id", "client-secret", "secret"));
        all.putAll(settings);
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(YouTubeConfig.class);
        all.forEach((name, value) -> builder.withDefaultValue("cliprelay.youtube." + name, value));
        return builder.build().getConfigMapping(YouTubeConfig.class);
    }
}
