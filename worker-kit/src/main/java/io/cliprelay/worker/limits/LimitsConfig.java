package io.cliprelay.worker.limits;

import java.util.Map;

import jakarta.validation.constraints.PositiveOrZero;

import io.smallrye.config.ConfigMapping;

/** What this installation may use of its platform, where that is not what the platform gives by default. */
@ConfigMapping(prefix = "cliprelay.worker.limits")
public interface LimitsConfig {

    /** Amounts by the names of limits, as granted to this installation's client, instead of the platform's usual. */
    Map<String, @PositiveOrZero Long> amounts();
}
