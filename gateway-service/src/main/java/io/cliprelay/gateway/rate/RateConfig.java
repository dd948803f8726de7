package io.cliprelay.gateway.rate;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import org.hibernate.validator.constraints.time.DurationMin;

import io.cliprelay.gateway.access.Scope;

/** How many requests a caller may make of one replica. */
@ConfigMapping(prefix = "cliprelay.rates")
public interface RateConfig {

    /** By the scope that a request needs: the first one, where several suffice. */
    @WithDefaults
    Map<Scope, Limit> limits();

    /** What holds for each caller of a tenant instead. */
    Map<String, Map<Scope, Limit>> tenants();

    /** How many callers are remembered; beyond, whoever was silent for longest starts with a full quota again. */
    @WithDefault("10000")
    @Min(1)
    int callers();

    /** What one caller may do. */
    interface Limit {

        /** So many requests within the window, all at once if need be. */
        @WithDefault("600000")
        @Min(1)
        @Max(1_000_000_000)
        int quota();

        /** In which a quota that was used up is there again, bit by bit. */
        @WithDefault("60s")
        @DurationMin(seconds = 1)
        Duration window();
    }
}
