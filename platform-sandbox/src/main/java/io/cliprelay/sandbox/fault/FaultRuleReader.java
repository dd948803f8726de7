package io.cliprelay.sandbox.fault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;

import io.cliprelay.sandbox.http.BadRequest;

/** Makes a rule of what the admin API was given, or says which field is wrong, why, and what would be right. */
@Singleton
public class FaultRuleReader {

    /** Whose a rule is that names no platform. */
    private static final String FIRST_PLATFORM = "youtube";

    private static final Set<String> FIELDS =
            Set.of("platform", "operation", "account", "title", "nth", "times", "action");

    private final Map<String, EmulatedPlatform> platforms = new TreeMap<>();

    FaultRuleReader(@All List<EmulatedPlatform> emulated) {
        emulated.forEach(platform -> platforms.put(platform.id(), platform));
    }

    /**
     * Reads a rule.
     *
     * @throws BadRequest naming the field
     */
    public FaultRule read(JsonNode json) {
        var rule = new Fields("", json);
        rule.allowOnly(FIELDS);
        EmulatedPlatform platform = platform(rule);
        String operation = operation(rule, platform);
        var action = new FaultActionReader(platform).read(rule.object("action"));
        checkSuits(action, operation, platform);
        return new FaultRule(
                platform.id(),
                operation,
                rule.optionalText("account"),
                rule.optionalText("title"),
                rule.positive("nth", 1),
                rule.positive("times", 1),
                action);
    }

    private EmulatedPlatform platform(Fields rule) {
        String id = rule.optionalText("platform").orElse(FIRST_PLATFORM);
        return Optional.ofNullable(platforms.get(id))
                .orElseThrow(() -> rule.bad("platform", "is not emulated here", oneOf(platforms.keySet())));
    }

    private static String operation(Fields rule, EmulatedPlatform platform) {
        Set<String> known = platform.operations().keySet();
        return rule.optionalText("operation")
                .filter(known::contains)
                .orElseThrow(() ->
                        rule.bad("operation", "is missing or not an operation of " + platform.id(), oneOf(known)));
    }

    private static void checkSuits(FaultAction action, String operation, EmulatedPlatform platform) {
        Map<String, Set<Trait>> operations = platform.operations();
        action.needs()
                .filter(trait -> !operations.get(operation).contains(trait))
                .ifPresent(trait -> {
                    var fitting = new TreeSet<>(operations.keySet());
                    fitting.removeIf(name -> !operations.get(name).contains(trait));
                    throw new BadRequest(
                            "/action/type",
                            "needs an operation that " + trait.words() + "; " + operation + " is none",
                            "use it with " + oneOf(fitting));
                });
    }

    private static String oneOf(Set<String> names) {
        return "one of " + String.join(", ", new TreeSet<>(names));
    }
}
