package io.cliprelay.gateway.submission;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.schedule.Forecast;
import io.cliprelay.gateway.schedule.ForecastRequest;
import io.cliprelay.gateway.schedule.Planning;
import io.cliprelay.gateway.submission.rule.ResolvedTarget;
import io.cliprelay.gateway.submission.rule.Verdict;
import io.cliprelay.kit.problem.ProblemException;

/** Asks the scheduler what becomes of sound submissions: which slot is free, and whether their platforms have room. */
@ApplicationScoped
class LookAhead {

    private final Planning planning;

    LookAhead(Planning planning) {
        this.planning = planning;
    }

    /**
     * The verdict with what was foretold; faulty where a slot is wanted and there is none. Fails with a problem where a
     * slot is wanted and the scheduler is away.
     */
    Uni<Verdict> look(String tenant, Verdict.Sound sound, List<PlatformDescriptor> platforms) {
        return isWorthAsking(sound, platforms)
                ? look(tenant, sound)
                : Uni.createFrom().item(sound);
    }

    /** The same, whether any platform has limits that can be looked ahead in or not. */
    Uni<Verdict> look(String tenant, Verdict.Sound sound) {
        return foretell(tenant, List.of(sound))
                .map(foretold -> foretold.getFirst().verdict());
    }

    /** Asks once for all of them; each takes its room from those after it. What is not worth asking comes as it is. */
    Uni<List<Foretold>> look(String tenant, List<Verdict.Sound> sounds, List<PlatformDescriptor> platforms) {
        return sounds.stream().anyMatch(sound -> isWorthAsking(sound, platforms))
                ? foretell(tenant, sounds)
                : Uni.createFrom()
                        .item(sounds.stream()
                                .map(sound -> new Foretold(sound, Optional.empty()))
                                .toList());
    }

    private Uni<List<Foretold>> foretell(String tenant, List<Verdict.Sound> sounds) {
        List<ForecastRequest> asked =
                sounds.stream().flatMap(sound -> requests(sound).stream()).toList();
        return planning.forecasts(tenant, asked).map(answers -> apart(sounds, answers));
    }

    private static List<Foretold> apart(List<Verdict.Sound> sounds, Optional<List<Forecast>> answers) {
        int asked = sounds.stream().mapToInt(sound -> sound.targets().size()).sum();
        if (answers.filter(complete -> complete.size() == asked).isEmpty()) {
            return sounds.stream()
                    .map(sound -> new Foretold(sound, Optional.empty()))
                    .toList();
        }
        Iterator<Forecast> next = answers.orElseThrow().iterator();
        return sounds.stream()
                .map(sound -> new Foretold(
                        sound,
                        Optional.of(sound.targets().stream()
                                .map(target -> next.next())
                                .toList())))
                .toList();
    }

    /**
     * A sound submission, and what the scheduler said of its targets.
     *
     * @param forecasts empty where it was not asked, or did not answer
     */
    record Foretold(Verdict.Sound sound, Optional<List<Forecast>> forecasts) {

        /** Throws a problem where a slot is wanted, and only the scheduler could say which is free. */
        Verdict verdict() {
            return forecasts.map(answers -> with(sound, answers)).orElseGet(() -> without(sound));
        }

        /** The same; empty instead of a problem. */
        Optional<Verdict> ifKnown() {
            return forecasts.isEmpty() && wantsSlot(sound) ? Optional.empty() : Optional.of(verdict());
        }
    }

    private static boolean isWorthAsking(Verdict.Sound sound, List<PlatformDescriptor> platforms) {
        return wantsSlot(sound)
                || sound.targets().stream()
                        .anyMatch(target -> isLimited(target.account().platform(), platforms));
    }

    private static boolean wantsSlot(Verdict.Sound sound) {
        return sound.targets().stream()
                .anyMatch(target -> target.timing().slot().isPresent());
    }

    private static boolean isLimited(String platform, List<PlatformDescriptor> platforms) {
        return platforms.stream()
                .filter(known -> known.platform().equals(platform))
                .flatMap(known -> known.limits().stream())
                .anyMatch(PlatformLimit::canBePlannedBy);
    }

    private static List<ForecastRequest> requests(Verdict.Sound sound) {
        return sound.targets().stream().map(target -> request(target, sound)).toList();
    }

    private static ForecastRequest request(ResolvedTarget target, Verdict.Sound sound) {
        return new ForecastRequest(
                target.account().platform(),
                target.account().id(),
                Optional.of(target.dueAt()).filter(due -> target.timing().slot().isEmpty()),
                sound.terms().notAfter());
    }

    private static Verdict with(Verdict.Sound sound, List<Forecast> answers) {
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < answers.size(); index++) {
            if (answers.get(index).hasNoSlot()) {
                errors.add(noSlot(index, sound.targets().get(index)));
            }
        }
        return errors.isEmpty()
                ? sound.with(IntStream.range(0, answers.size())
                        .mapToObj(index -> sound.targets().get(index).foreseen(answers.get(index)))
                        .toList())
                : new Verdict.Faulty(errors);
    }

    private static FieldError noSlot(int index, ResolvedTarget target) {
        return new FieldError(
                "/targets/" + index,
                "slot.none",
                "The account \"%s\" has no free slot."
                        .formatted(target.account().name()),
                "Set slots with PUT /v1/slots/%s, or give a time."
                        .formatted(target.account().id()));
    }

    private static Verdict without(Verdict.Sound sound) {
        if (wantsSlot(sound)) {
            throw new ProblemException(Planning.away());
        }
        return sound;
    }
}
