package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.util.Map;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The capacity's configuration, with its defaults and what a test says. */
final class Configured {

    private Configured() {}

    static CapacityConfig with(Map<String, String> values) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(CapacityConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter());
        values.forEach((name, value) -> builder.withDefaultValue("cliprelay.capacity." + name, value));
        return builder.build().getConfigMapping(CapacityConfig.class);
    }
}
