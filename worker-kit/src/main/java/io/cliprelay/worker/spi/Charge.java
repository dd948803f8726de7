package io.cliprelay.worker.spi;

import java.util.Objects;

/**
 * What a call takes from a budget.
 *
 * @param limit the name of a {@link Limit} that the uploader declares
 * @param amount in the limit's unit; 0 takes nothing
 */
public record Charge(String limit, long amount) {

    public Charge {
        Objects.requireNonNull(limit, "limit");
        if (amount < 0) {
            throw new IllegalArgumentException("a charge on %s must not be negative: %d".formatted(limit, amount));
        }
    }
}
