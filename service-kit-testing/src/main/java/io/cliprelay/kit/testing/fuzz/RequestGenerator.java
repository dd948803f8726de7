package io.cliprelay.kit.testing.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Makes up requests for the operations that an OpenAPI document describes: a third as described, the others with a few or
 * with many things wrong. One seed makes the same requests, but for the dates in them. For one thread.
 */
public final class RequestGenerator {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/csv",
            "application/x-ndjson",
            "application/xml",
            "text/plain;charset=nonsense",
            "/");
    private static final int WRONG_BODY = 5;
    private static final int FEW = 5;
    private static final int MANY = 30;

    private record Operation(String path, String method, JsonNode described) {}

    private final List<Operation> operations = new ArrayList<>();
    private final JsonNode document;
    private final Random random;
    private final SchemaValues values;

    public RequestGenerator(JsonNode document, long seed) {
        this.document = document;
        this.random = new Random(seed);
        this.values = new SchemaValues(document, random, Instant.now());
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(new Operation(path.getKey(), method.getKey(), method.getValue()))));
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("The document describes no operations");
        }
    }

    /**
     * The next request.
     *
     * @param known what there is to be referred to, by the name of the parameter or property that refers to it
     */
    public FuzzRequest next(Map<String, List<String>> known) {
        Operation operation = Mischief.one(operations, random);
        int broken = Mischief.one(List.of(0, FEW, MANY), random);
        String path = operation.path();
        List<String> query = new ArrayList<>();
        Map<String, String> headers = new HashMap<>();
        for (JsonNode listed : operation.described().path("parameters")) {
            JsonNode parameter =
                    listed.has("$ref") ? document.at(listed.get("$ref").asText().substring(1)) : listed;
            String name = parameter.path("name").asText();
            String value = text(values.value(name, parameter.path("schema"), known, broken));
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value));
                case "query" -> {
                    if (random.nextInt(3) == 0) {
                        query.add(encoded(name) + "=" + encoded(value));
                    }
                }
                default -> {
                    if (random.nextInt(100) >= broken) {
                        headers.put(name, header(value));
                    }
                }
            }
        }
        Optional<String> body = body(operation, known, broken, headers);
        return new FuzzRequest(
                operation.described().path("operationId").asText(operation.path()),
                operation.method().toUpperCase(Locale.ROOT),
                path.replaceAll("\\{\\w+}", "none") + (query.isEmpty() ? "" : "?" + String.join("&", query)),
                headers,
                body);
    }

    private Optional<String> body(
            Operation operation, Map<String, List<String>> known, int broken, Map<String, String> headers) {
        List<Map.Entry<String, JsonNode>> contents = List.copyOf(
                operation.described().path("requestBody").path("content").properties());
        if (contents.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, JsonNode> content = Mischief.one(contents, random);
        headers.put(
                "Content-Type",
                broken > 0 && random.nextInt(100) < WRONG_BODY ? Mischief.one(TYPES, random) : content.getKey());
        return Optional.of(
                broken > 0 && random.nextInt(100) < WRONG_BODY
                        ? Mischief.body(random)
                        : values.value("", content.getValue().path("schema"), known, broken)
                                .toString());
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A client that lets nothing else pass sends it. */
    private static String header(String value) {
        return value.replaceAll("[^\\x20-\\x7E]", "?").strip();
    }
}
