package io.cliprelay.benchmarks.soak;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What is granted so that a day's limits do not end a run after a hundred uploads.
 *
 * @param settings of the platform in the sandbox
 * @param ofTheAccount reasons, actions, or operations whose failure has every other upload to the account wait, too: none
 *     that one upload may meet
 * @param smallest bytes that a video must have here
 * @param limits amounts of the worker's limits, by their names
 */
record Allowance(JsonNode settings, int smallest, Map<String, Long> limits, Set<String> ofTheAccount) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USUAL_SMALLEST = 8_000;

    /** From the file named after the platform; a platform without one is taken as it is. */
    static Allowance of(String platform) {
        try (InputStream file = Allowance.class.getResourceAsStream("/soak/" + platform + ".json")) {
            return file == null
                    ? new Allowance(JSON.createObjectNode(), USUAL_SMALLEST, Map.of(), Set.of())
                    : JSON.readValue(file, Allowance.class);
        } catch (IOException e) {
            throw new IllegalStateException("What is granted for " + platform + " cannot be read", e);
        }
    }

    /** As flags of the worker's JVM. */
    List<String> flags() {
        return limits.entrySet().stream()
                .map(limit -> "-Dcliprelay.worker.limits.amounts." + limit.getKey() + "=" + limit.getValue())
                .toList();
    }
}
