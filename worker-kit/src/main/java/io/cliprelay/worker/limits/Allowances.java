package io.cliprelay.worker.limits;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.worker.PlatformSettings;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.Window;

/** The limits that hold in this installation, by name: the platform's own, and those that its operator set. Immutable. */
public final class Allowances {

    private static final String PER_HOUR = "requests-per-hour";
    private static final String PER_DAY = "requests-per-day";

    private final Map<String, Limit> byName;
    private final List<Charge> everyCall;

    private Allowances(Map<String, Limit> byName, List<Charge> everyCall) {
        this.byName = Map.copyOf(byName);
        this.everyCall = List.copyOf(everyCall);
    }

    /**
     * Puts together what the platform declares and what is configured. Throws {@link IllegalStateException} where an
     * amount is configured for a limit that there is not, or two limits have one name.
     */
    static Allowances of(List<Limit> declared, Map<String, Long> amounts, PlatformSettings.RateLimits own) {
        requireKnown(declared, amounts);
        List<Limit> general = Stream.of(
                        general(PER_HOUR, Duration.ofHours(1), own.requestsPerHour()),
                        general(PER_DAY, Duration.ofDays(1), own.requestsPerDay()))
                .flatMap(Optional::stream)
                .toList();
        Map<String, Limit> byName = Stream.concat(declared.stream(), general.stream())
                .map(limit -> granted(limit, amounts))
                .collect(Collectors.toMap(Limit::name, Function.identity()));
        return new Allowances(
                byName,
                general.stream().map(limit -> new Charge(limit.name(), 1)).toList());
    }

    /** A call's charges, and what every call is charged with. */
    List<Charge> withEveryCall(List<Charge> charges) {
        return Stream.concat(charges.stream(), everyCall.stream()).toList();
    }

    /** What is taken from whose budget; one row a limit. */
    List<BudgetCharge> rows(UUID account, List<Charge> charges) {
        Map<String, Long> amounts = charges.stream()
                .filter(charge -> charge.amount() > 0)
                .collect(Collectors.toMap(Charge::limit, Charge::amount, Long::sum, LinkedHashMap::new));
        return amounts.entrySet().stream()
                .map(entry -> BudgetCharge.of(require(entry.getKey()), account, entry.getValue()))
                .toList();
    }

    /** The limits as others are told of them, by name; {@code perUpload} is what an upload that goes well is charged with. */
    public List<PlatformLimit> told(List<Charge> perUpload) {
        Map<String, Long> used = perUpload.stream().collect(Collectors.toMap(Charge::limit, Charge::amount, Long::sum));
        return byName.values().stream()
                .sorted(Comparator.comparing(Limit::name))
                .map(limit -> told(limit, used.getOrDefault(limit.name(), 0L)))
                .toList();
    }

    private static PlatformLimit told(Limit limit, long perUpload) {
        PlatformLimit.Scope scope =
                switch (limit.scope()) {
                    case APP -> PlatformLimit.Scope.APP;
                    case ACCOUNT -> PlatformLimit.Scope.ACCOUNT;
                };
        return switch (limit.window()) {
            case Window.Rolling rolling ->
                new PlatformLimit(
                        limit.name(),
                        scope,
                        limit.amount(),
                        perUpload,
                        Optional.of(rolling.length()),
                        Optional.empty());
            case Window.Daily daily ->
                new PlatformLimit(
                        limit.name(), scope, limit.amount(), perUpload, Optional.empty(), Optional.of(daily.zone()));
        };
    }

    /** The limit of this name. Throws {@link IllegalArgumentException} where the uploader declares none. */
    Limit require(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no limit %s; the uploader declares %s".formatted(name, byName.keySet())));
    }

    private static void requireKnown(List<Limit> declared, Map<String, Long> amounts) {
        List<String> names = declared.stream().map(Limit::name).toList();
        amounts.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalStateException(
                            "cliprelay.worker.limits.amounts.\"%s\" is set, and the platform has no such limit; it has %s"
                                    .formatted(unknown, names));
                });
    }

    private static Limit granted(Limit limit, Map<String, Long> amounts) {
        return new Limit(
                limit.name(), limit.scope(), limit.window(), amounts.getOrDefault(limit.name(), limit.amount()));
    }

    private static Optional<Limit> general(String name, Duration length, Optional<Integer> amount) {
        return amount.map(calls -> new Limit(name, Limit.Scope.APP, new Window.Rolling(length), calls));
    }
}
