package io.cliprelay.worker.limits;

import java.util.Map;
import java.util.OptionalLong;

/** What an operator configured. */
record Granted(Map<String, Long> amounts, OptionalLong requestsPerHour, OptionalLong requestsPerDay)
        implements LimitsConfig {

    static final Granted NOTHING_SPECIAL = new Granted(Map.of(), OptionalLong.empty(), OptionalLong.empty());
}
