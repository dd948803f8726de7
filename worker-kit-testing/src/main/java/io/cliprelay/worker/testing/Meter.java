package io.cliprelay.worker.testing;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the worker's limits, and the calls by which the platform counts it.
 *
 * @param limit its name
 * @param prices what each operation of the sandbox takes from it
 */
public record Meter(String limit, Map<String, Long> prices) {

    public Meter {
        prices = Map.copyOf(prices);
    }

    /** A limit of which each of these operations takes one. */
    public static Meter ofCalls(String limit, String... operations) {
        return new Meter(limit, Stream.of(operations).collect(Collectors.toMap(name -> name, name -> 1L)));
    }

    /** What these calls, by operation, come to. */
    long sum(Map<String, Long> calls) {
        return prices.entrySet().stream()
                .mapToLong(price -> price.getValue() * calls.getOrDefault(price.getKey(), 0L))
                .sum();
    }

    /** What the dearest call takes. */
    long dearest() {
        return prices.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
