package io.cliprelay.scheduler.budget;

import java.time.Instant;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadFailure.Reason;

/**
 * Whether an upload fits: {@code fits}, {@code moves} or {@code will-not-fit}; {@code no-slot} where a slot is wanted
 * and the account has none that is free.
 *
 * @param slot the slot that was asked for
 * @param at when there is room
 * @param reason why not at its time
 */
public record ForecastView(String outcome, Optional<Instant> slot, Optional<Instant> at, Optional<Reason> reason) {

    static final ForecastView NO_SLOT =
            new ForecastView("no-slot", Optional.empty(), Optional.empty(), Optional.empty());

    static ForecastView of(ForecastRequest request, Wish wish, Forecast forecast) {
        Optional<Instant> slot =
                Optional.of(wish.dueAt()).filter(due -> request.dueAt().isEmpty());
        return switch (forecast) {
            case Forecast.Fits fits -> new ForecastView("fits", slot, Optional.of(wish.dueAt()), Optional.empty());
            case Forecast.Moves moves ->
                new ForecastView(
                        "moves", slot, Optional.of(moves.to()), Optional.of(MovedByBudget.reason(moves.limit())));
            case Forecast.WillNotFit not ->
                new ForecastView(
                        "will-not-fit", slot, Optional.empty(), Optional.of(MovedByBudget.reason(not.limit())));
        };
    }
}
