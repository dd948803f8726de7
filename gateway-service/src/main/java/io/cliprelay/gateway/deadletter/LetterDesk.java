package io.cliprelay.gateway.deadletter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.apache.kafka.common.errors.TimeoutException;

import io.cliprelay.gateway.access.Identity;
import io.cliprelay.gateway.schedule.Scheduler;
import io.cliprelay.kit.problem.ProblemException;

/** What admins do with dead letters. To be called on a Vert.x context; fails with a problem where it cannot be done. */
@ApplicationScoped
class LetterDesk {

    private final LetterShelf shelf;
    private final LetterOwner owner;
    private final Replays replays;
    private final Scheduler scheduler;

    LetterDesk(LetterShelf shelf, LetterOwner owner, Replays replays, Scheduler scheduler) {
        this.shelf = shelf;
        this.owner = owner;
        this.replays = replays;
        this.scheduler = scheduler;
    }

    /** The latest letters, newest first. */
    Uni<List<DeadLetter>> list(String tenant, Optional<String> topic, int limit) {
        Predicate<String> meant = name -> topic.stream().allMatch(name::equals);
        return here(shelf.all(meant))
                .map(letters -> letters.stream()
                        .filter(letter -> owner.allows(tenant, letter))
                        .sorted(Comparator.comparing(Letter::since).reversed())
                        .limit(limit)
                        .toList())
                .chain(this::withReplays);
    }

    Uni<DeadLetter> show(String tenant, String id) {
        return find(tenant, id).chain(this::whole);
    }

    /** Sends a letter again if that still makes sense; what was sent before is not sent twice. */
    Uni<DeadLetter> replay(Identity caller, String id) {
        return find(caller.tenant(), id).chain(letter -> replays.of(letter.id())
                .chain(earlier -> earlier.isPresent()
                        ? Uni.createFrom().voidItem()
                        : reconciled(letter).chain(() -> replays.send(letter, caller.name())))
                .chain(() -> whole(letter)));
    }

    private Uni<Void> reconciled(Letter letter) {
        return switch (Reconciliation.of(letter)) {
            case Reconciliation.AskAbout about ->
                scheduler
                        .explanation(about.upload())
                        .map(about::with)
                        .invoke(answer -> require(answer, letter.id()))
                        .replaceWithVoid();
            case Reconciliation.Refused refused ->
                Uni.createFrom().failure(new ProblemException(LetterProblems.notSent(letter.id(), refused.why())));
            case Reconciliation.Sound sound -> Uni.createFrom().voidItem();
        };
    }

    private static void require(Reconciliation answer, LetterId id) {
        if (answer instanceof Reconciliation.Refused refused) {
            throw new ProblemException(LetterProblems.notSent(id, refused.why()));
        }
    }

    private Uni<Letter> find(String tenant, String id) {
        LetterId wanted = LetterId.read(id).orElseThrow(() -> new ProblemException(LetterProblems.noSuchLetter(id)));
        return here(shelf.find(wanted)).map(found -> found.filter(letter -> owner.allows(tenant, letter))
                .orElseThrow(() -> new ProblemException(LetterProblems.noSuchLetter(id))));
    }

    private Uni<DeadLetter> whole(Letter letter) {
        return replays.of(letter.id()).map(replay -> DeadLetter.whole(letter, replay));
    }

    private Uni<List<DeadLetter>> withReplays(List<Letter> letters) {
        List<String> topics =
                letters.stream().map(letter -> letter.id().topic()).distinct().toList();
        return replays.of(topics)
                .map(sent -> letters.stream().map(letter -> brief(letter, sent)).toList());
    }

    private static DeadLetter brief(Letter letter, Map<LetterId, DeadLetter.Replay> sent) {
        return DeadLetter.brief(letter, Optional.ofNullable(sent.get(letter.id())));
    }

    /** Back on the caller's context, which its session belongs to. */
    private static <T> Uni<T> here(Uni<T> elsewhere) {
        Context context = Vertx.currentContext();
        return elsewhere
                .onFailure(TimeoutException.class)
                .transform(late -> new ProblemException(LetterProblems.kafkaAway()))
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }
}
