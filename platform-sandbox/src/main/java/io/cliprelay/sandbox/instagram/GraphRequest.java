package io.cliprelay.sandbox.instagram;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.sandbox.fault.FaultAction;

/**
 * One call, its parameters merged from query and body, form or JSON.
 *
 * @param base the address under which the client reached the sandbox
 * @param node the id in the path
 * @param token the access token, from wherever it was given
 * @param fault what the endpoint itself must act out
 */
record GraphRequest(
        Login login,
        String base,
        String version,
        String node,
        Map<String, String> parameters,
        Optional<String> token,
        Optional<FaultAction> fault) {

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    String require(String name) {
        return parameter(name)
                .orElseThrow(() -> GraphRefusal.of("100", "(#100) The parameter " + name + " is required"));
    }

    /** What the client asked to be told; {@code id} always is. */
    Set<String> fields(String byDefault) {
        return Set.of(parameter("fields").orElse(byDefault).split(","));
    }

    /**
     * A switch.
     *
     * @throws GraphRefusal 100 where it is neither true nor false
     */
    boolean flag(String name, boolean otherwise) {
        String value = parameter(name).orElse(Boolean.toString(otherwise));
        return switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw GraphRefusal.of("100", "(#100) Param " + name + " must be a boolean");
        };
    }

    GraphRequest under(Optional<FaultAction> action) {
        return new GraphRequest(login, base, version, node, parameters, token, action);
    }
}
