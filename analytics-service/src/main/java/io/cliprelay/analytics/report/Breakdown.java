package io.cliprelay.analytics.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.analytics.tally.Counts;
import io.cliprelay.analytics.tally.ErrorCount;
import io.cliprelay.analytics.tally.Figures;
import io.cliprelay.analytics.tally.Group;
import io.cliprelay.analytics.tally.Lateness;
import io.cliprelay.analytics.tally.Reception;
import io.cliprelay.analytics.tally.Spread;

/** The numbers of each group. */
@ApplicationScoped
class Breakdown {

    private static final String UPLOAD = "upload";
    private static final String ACCEPTED = "accepted";
    private static final String LIVE = "live";

    private final Tallies tallies;

    Breakdown(Tallies tallies) {
        this.tallies = tallies;
    }

    /** All numbers of each group that has any. */
    Uni<List<Figures>> figures(Question question, By by) {
        return Uni.combine()
                .all()
                .unis(
                        tallies.counts(question, by),
                        tallies.spreads(question, by, UPLOAD),
                        tallies.errors(question, by),
                        tallies.receptions(question, by))
                .with(Breakdown::figures);
    }

    private static List<Figures> figures(
            Map<Group, Counts> counts,
            Map<Group, Spread> spreads,
            Map<Group, List<ErrorCount>> errors,
            Map<Group, Reception> receptions) {
        return Stream.of(counts, errors, receptions)
                .flatMap(some -> some.keySet().stream())
                .distinct()
                .sorted()
                .map(group -> Figures.of(
                        group,
                        counts.getOrDefault(group, Counts.NONE),
                        Optional.ofNullable(spreads.get(group)),
                        errors.getOrDefault(group, List.of()),
                        receptions.getOrDefault(group, Reception.NONE)))
                .toList();
    }

    /** How late each group was. */
    Uni<List<Lateness>> lateness(Question question, By by) {
        return Uni.combine()
                .all()
                .unis(tallies.spreads(question, by, ACCEPTED), tallies.spreads(question, by, LIVE))
                .with(Breakdown::lateness);
    }

    private static List<Lateness> lateness(Map<Group, Spread> accepted, Map<Group, Spread> live) {
        return Stream.of(accepted, live)
                .flatMap(some -> some.keySet().stream())
                .distinct()
                .sorted()
                .map(group -> new Lateness(
                        group, Optional.ofNullable(accepted.get(group)), Optional.ofNullable(live.get(group))))
                .toList();
    }
}
