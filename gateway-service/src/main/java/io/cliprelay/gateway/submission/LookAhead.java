package io.cliprelay.gateway.submission;

import java.util.ArrayList;
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

/** Asks the scheduler what becomes of a sound submission: which slot is free, and whether its platforms have room. */
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
                ? planning.forecasts(tenant, requests(sound))
                        .map(answers ->
                                answers.map(foretold -> with(sound, foretold)).orElseGet(() -> without(sound)))
                : Uni.createFrom().item(sound);
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
