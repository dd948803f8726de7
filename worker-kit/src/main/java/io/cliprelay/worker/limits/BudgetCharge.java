package io.cliprelay.worker.limits;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.Window;

/**
 * A charge as the database's {@code budget_take} reads it.
 *
 * @param owner whose budget it is
 * @param zone of a limit that is counted by days
 * @param seconds of a rolling window
 */
record BudgetCharge(
        String name, String owner, long amount, long capacity, Optional<String> zone, Optional<Double> seconds) {

    private static final String APP = "app";

    static BudgetCharge of(Limit limit, UUID account, long amount) {
        String owner = owner(limit, account);
        return switch (limit.window()) {
            case Window.Rolling rolling ->
                new BudgetCharge(
                        limit.name(),
                        owner,
                        amount,
                        limit.amount(),
                        Optional.empty(),
                        Optional.of(seconds(rolling.length())));
            case Window.Daily daily ->
                new BudgetCharge(
                        limit.name(),
                        owner,
                        amount,
                        limit.amount(),
                        Optional.of(daily.zone().getId()),
                        Optional.empty());
        };
    }

    /** Whose budget a limit is counted in. */
    static String owner(Limit limit, UUID account) {
        return switch (limit.scope()) {
            case APP -> APP;
            case ACCOUNT -> account.toString();
        };
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
