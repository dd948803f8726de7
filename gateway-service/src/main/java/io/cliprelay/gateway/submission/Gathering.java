package io.cliprelay.gateway.submission;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Has submissions that come at the same time stored in one transaction: while a few are under way, the next one gathers. A
 * commit waits for the disk once for all that it holds, so that the more come the less each costs; who comes alone waits for
 * nobody. Tenants do not wait for each other. To be called on a Vert.x context.
 */
@ApplicationScoped
class Gathering {

    /** So that one whose files are slow to look at does not hold up the others. */
    private static final int ABREAST = 4;

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
                .add(submission, alone);
    }

    private Portions<Submission, Answer> portions(Source source) {
        Function<List<Submission>, Uni<List<Answer>>> together = batches::portion;
        return new Portions<>(vertx, ABREAST, Batches.PORTION, together);
    }
}
