package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What takes longer waits for one partition, and others need not wait with it. */
    private static final Duration SLOT = Duration.ofSeconds(2);

    /** How many batches may be late for each that may be in flight: what is late is held in memory. */
    private static final int LATE = 16;

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private final CommandSender sender;
    private final ClaimStore claims;
    private final DueConfig config;
    /** With the time at which each began, by this process's own clock. */
    private final Map<UUID, Long> aloft = new HashMap<>();

    Flights(CommandSender sender, ClaimStore claims, DueConfig config) {
        this.sender = sender;
        this.claims = claims;
        this.config = config;
    }

    /**
     * Whether no further batch may be taken for now. What Kafka keeps waiting, or refuses, ties up no place after a while:
     * one partition without a leader, or one missing topic, does not stop what goes elsewhere.
     *
     * @param boarding how many batches are being taken
     */
    synchronized boolean full(int boarding) {
        int most = config.batchesInFlight();
        return onTime() + boarding >= most || aloft.size() >= most * (1 + LATE);
    }

    private long onTime() {
        long now = System.nanoTime();
        return aloft.values().stream()
                .filter(begun -> now - begun < SLOT.toNanos())
                .count();
    }

    /** How soon it is worth asking again although nothing landed. */
    Duration slot() {
        return SLOT;
    }

    synchronized boolean none() {
        return aloft.isEmpty();
    }

    /** The claims whose commands are on their way. */
    synchronized Collection<UUID> claims() {
        return Set.copyOf(aloft.keySet());
    }

    /** Sends the claim's commands and notes that they are sent; completes when both is done. */
    Uni<Void> launch(UUID node, UUID claim, List<DueJob> jobs) {
        begun(claim);
        return sendAll(jobs, PAUSE).chain(() -> confirm(node, claim)).eventually(() -> done(claim));
    }

    private synchronized void begun(UUID claim) {
        aloft.put(claim, System.nanoTime());
    }

    private synchronized void done(UUID claim) {
        aloft.remove(claim);
    }

    /** What Kafka refused is sent again, under the same number. */
    private Uni<Void> sendAll(List<DueJob> jobs, Duration pause) {
        return sender.send(jobs)
                .chain(refused -> refused.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(pause)
                                .chain(() -> sendAll(refused, LONGEST_PAUSE)));
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
