package io.cliprelay.scheduler.budget;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.contracts.platform.PlatformLimit.Scope;

/** Forecasts for several uploads, of which each takes its room from those after it; plain arithmetic. */
final class Foresight {

    private Foresight() {}

    /** The forecast for each of {@code wishes}, beside which {@code uses} are planned already. */
    static List<Forecast> of(List<Wish> wishes, List<List<Use>> uses) {
        List<Placed> placed = new ArrayList<>();
        List<Forecast> forecasts = new ArrayList<>();
        for (int index = 0; index < wishes.size(); index++) {
            Wish wish = wishes.get(index);
            List<Use> beside = uses.get(index).stream()
                    .map(use -> beside(use, wish, placed))
                    .toList();
            Forecast forecast = Forecast.of(wish.dueAt(), wish.notAfter(), beside);
            forecasts.add(forecast);
            placed.add(new Placed(wish, at(wish, forecast)));
        }
        return forecasts;
    }

    private record Placed(Wish wish, Instant at) {}

    private static Use beside(Use use, Wish wish, List<Placed> placed) {
        Stream<Instant> own = placed.stream()
                .filter(other -> shares(use.limit(), wish, other.wish()))
                .map(Placed::at);
        return new Use(use.limit(), Stream.concat(use.planned().stream(), own).toList());
    }

    private static boolean shares(PlatformLimit limit, Wish one, Wish other) {
        return limit.scope() == Scope.APP
                ? one.platform().equals(other.platform())
                : one.accountId().equals(other.accountId());
    }

    private static Instant at(Wish wish, Forecast forecast) {
        return switch (forecast) {
            case Forecast.Moves moves -> moves.to();
            case Forecast.Fits fits -> wish.dueAt();
            case Forecast.WillNotFit not -> wish.dueAt();
        };
    }
}
