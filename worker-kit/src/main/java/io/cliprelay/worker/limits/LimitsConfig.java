package io.cliprelay.worker.limits;

import java.util.Map;
import java.util.OptionalLong;

import jakarta.validation.constraints.PositiveOrZero;

import io.smallrye.config.ConfigMapping;

/** What this installation may use of its platform, where that is not what the platform gives by default. */
@ConfigMapping(prefix = "cliprelay.worker.limits")
public interface LimitsConfig {

    /** Amounts by the names of limits, as granted to this installation's client, instead of the platform's usual. */
    Map<String, @PositiveOrZero Long> amounts();

    /** Calls to the platform in any hour, over all accounts; no such limit if not set. */
    OptionalLong requestsPerHour();

    /** Calls to the platform in any 24 hours, over all accounts; no such limit if not set. */
    OptionalLong requestsPerDay();
}
