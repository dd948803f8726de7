package io.cliprelay.kit.testing.fuzz;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What hardly anybody sends, and what breaks programs that did not think of it. */
final class Mischief {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\u202Eabc\uFEFF",
            "\uD83C\uDFAC\uD83C\uDFFD\u200D\u2640\uFE0F",
            "null",
            "-1",
            "NaN",
            "9223372036854775808",
            "1e400",
            "0x10",
            "' or 1=1 --",
            "%00",
            "%",
            "{}",
            "../../etc/passwd",
            "file:///",
            "https://",
            "https://[::1",
            "s3://",
            "http://a b",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "0000-00-00T00:00:00Z",
            "2026-02-30T25:61:61Z",
            "2026-11-30T07:00:00+18:00",
            "294277-01-01T00:00:00Z",
            "P9223372036854775807D",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-fffffffffffff",
            "x".repeat(5000));

    private static final List<JsonNode> OTHERS = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(Long.MIN_VALUE),
            JSON.numberNode(new BigDecimal("1e400")),
            JSON.numberNode(0.1),
            JSON.arrayNode(),
            JSON.arrayNode().addNull(),
            JSON.arrayNode().add(JSON.arrayNode().add(JSON.objectNode())),
            JSON.objectNode(),
            JSON.objectNode().putNull(""),
            JSON.objectNode().put("\u0000", "\u0000"));

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[",
            "nul",
            "\"",
            "{} {}",
            "{\"a\":1,\"a\":2}",
            "\uFEFF{}",
            "NaN",
            "[".repeat(3000),
            "{\"a\":".repeat(3000),
            "title,media\n\"",
            "\u0000");

    private Mischief() {}

    static String text(RandomGenerator random) {
        return one(TEXTS, random);
    }

    /** A value of any type. */
    static JsonNode value(RandomGenerator random) {
        return random.nextBoolean()
                ? JSON.textNode(text(random))
                : one(OTHERS, random).deepCopy();
    }

    /** What is no JSON, or none that anybody asked for. */
    static String body(RandomGenerator random) {
        return one(BODIES, random);
    }

    static <T> T one(List<T> choice, RandomGenerator random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
