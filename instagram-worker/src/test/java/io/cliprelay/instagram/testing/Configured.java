package io.cliprelay.instagram.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

import io.cliprelay.instagram.InstagramConfig;

/** The worker's configuration as a file would give it. */
public final class Configured {

    private Configured() {}

    /** A client, no account, and these settings below {@code cliprelay.instagram.}. */
    public static InstagramConfig with(Map<String, String> settings) {
        Map<String, String> all =
                new HashMap<>(Map.of("client-id", "id", "client-secret", "secret", "upload.default-privacy", "public"));
        all.putAll(settings);
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(InstagramConfig.class);
        all.forEach((name, value) -> builder.withDefaultValue("cliprelay.instagram." + name, value));
        return builder.build().getConfigMapping(InstagramConfig.class);
    }
}
