package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Claims on their way: their commands are sent, and when Kafka has them, that is noted. Neither is given up while the
 * process lives; a claim that dies with it is taken over by another, and the worker's inbox drops what it has already.
 */
@ApplicationScoped
class Flights {

    private static final Logger LOG = Logger.getLogger(Flights.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private final CommandSender sender;
    private final ClaimStore claims;
    private final DueConfig config;
    private final Set<UUID> aloft = new HashSet<>();

    Flights(CommandSender sender, ClaimStore claims, DueConfig config) {
        this.sender = sender;
        this.claims = claims;
        this.config = config;
    }

    /** Whether no further batch may be taken until one of those on their way is done. */
    synchronized boolean full() {
        return aloft.size() >= config.batchesInFlight();
    }

    synchronized boolean none() {
        return aloft.isEmpty();
    }

    /** The claims whose commands are on their way. */
    synchronized Collection<UUID> claims() {
        return Set.copyOf(aloft);
    }

    /** Sends the claim's commands and notes that they are sent; completes when both is done. */
    Uni<Void> launch(UUID node, UUID claim, List<DueJob> jobs) {
        begun(claim);
        return sendAll(jobs).chain(() -> confirm(node, claim)).eventually(() -> done(claim));
    }

    private synchronized void begun(UUID claim) {
        aloft.add(claim);
    }

    private synchronized void done(UUID claim) {
        aloft.remove(claim);
    }

    /** What Kafka refused is sent again, under the same number. */
    private Uni<Void> sendAll(List<DueJob> jobs) {
        return sender.send(jobs)
                .chain(refused -> refused.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(PAUSE)
                                .chain(() -> sendAll(refused)));
    }

    private Uni<Void> confirm(UUID node, UUID claim) {
        return Uni.createFrom()
                .deferred(() -> claims.confirm(node, claim))
                .ifNoItem()
                .after(ANSWER_LIMIT)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("It could not be noted that commands were sent, tried again: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
