package io.cliprelay.kit.testing.fuzz;

import java.util.Map;
import java.util.Optional;

/**
 * One request as it goes out.
 *
 * @param target path and query, encoded
 */
public record FuzzRequest(
        String operation, String method, String target, Map<String, String> headers, Optional<String> body) {

    private static final int SHOWN = 500;

    public FuzzRequest {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        String sent = body.orElse("");
        return "%s %s %s %s".formatted(method, shortened(target), headers, shortened(sent));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...(" + text.length() + ")";
    }
}
