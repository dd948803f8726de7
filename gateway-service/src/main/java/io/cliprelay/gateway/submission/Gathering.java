package io.cliprelay.gateway.submission;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import io.cliprelay.gateway.schedule.Planning;
import io.cliprelay.kit.consume.Outage;
import io.cliprelay.kit.problem.ProblemException;

/**
 * Has submissions that come at the same time stored in one transaction: while a few are under way, the next one gathers. A
 * commit waits for the disk once for all that it holds, so that the more come the less each costs; who comes alone waits for
 * nobody. Tenants do not wait for each other. To be called on a Vert.x context.
 */
@ApplicationScoped
class Gathering {

    /** So that one whose files are slow to look at does not hold up all others. */
    private static final int ABREAST = 4;

    /** More than so many of one tenant wait for longer than callers do. */
    private static final int WAITING = 2_000;

    /** Longer than the slowest drives are waited for. */
    private static final Duration TIME = Duration.ofSeconds(60);

    private static final Portions.Bounds BOUNDS = new Portions.Bounds(
            ABREAST, Batches.PORTION, WAITING, TIME, () -> new ProblemException(SubmissionProblems.busy()));

    private final Batches batches;
    private final Vertx vertx;

    /** A few objects for each tenant that handed something in. */
    private final Map<Source, Portions<Submission, Answer>> bySource = new ConcurrentHashMap<>();

    Gathering(Batches batches, Vertx vertx) {
        this.batches = batches;
        this.vertx = vertx;
    }

    /** What a portion has in common. */
    private record Source(String tenant, String origin) {}

    /**
     * Completes when the answer is committed, on the caller's context.
     *
     * @param alone how it is submitted by itself: what is wrong with one must not fail those that it came with
     */
    Uni<Answer> submit(Submission submission, Function<Submission, Uni<Answer>> alone) {
        return bySource.computeIfAbsent(new Source(submission.tenant(), submission.origin()), this::portions)
                .add(submission, alone)
                .chain(answer -> isForWantOfTheScheduler(answer)
                        ? alone.apply(submission)
                        : Uni.createFrom().item(answer));
    }

    /** So many were asked for at once that there was no answer in time: for one there may be. */
    private static boolean isForWantOfTheScheduler(Answer answer) {
        return answer instanceof Answer.Rejected rejected
                && rejected.problem().code().equals(Planning.away().code());
    }

    private Portions<Submission, Answer> portions(Source source) {
        Function<List<Submission>, Uni<List<Answer>>> together = batches::portion;
        return new Portions<>(vertx, BOUNDS, together, Outage::causes);
    }
}
