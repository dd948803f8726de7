package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.Dependent;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * What this node takes next: what it may have taken without knowing, what dead ones left, the lanes in turn while there is
 * more than a batch, and else whatever is due. Only to be touched on one context.
 */
@Dependent
class Agenda {

    /** How long turns last until all lanes are looked at anew: something more urgent may be due by then. */
    private static final Duration TURNS_LAST = Duration.ofSeconds(1);

    /** How many turns may be taken at once: one is at work while another waits for the disk. */
    static final int ABREAST = 2;

    private final UUID node = UUID.randomUUID();
    private final ClaimStore claims;
    private final Flights flights;
    private final DueConfig config;
    private Turns turns = Turns.none();
    private long turnsSince;
    private boolean unsure;
    private boolean nextKnown;
    private Map<UUID, Long> dead = Map.of();

    Agenda(ClaimStore claims, Flights flights, DueConfig config) {
        this.claims = claims;
        this.flights = flights;
        this.config = config;
    }

    UUID node() {
        return node;
    }

    /** A claim had no clear outcome: it may be ours, and nobody else would ever take it. */
    void unsure() {
        unsure = true;
        turns = Turns.none();
    }

    /** These nodes, with their last beat, leave their claims to whoever comes first. */
    void dead(Map<UUID, Long> nodes) {
        dead = Map.copyOf(nodes);
    }

    /** Whether there is something to take at once. */
    boolean more() {
        return unsure || !dead.isEmpty() || !turns.over() || !nextKnown;
    }

    /** Whether what is taken next may be taken beside what is being taken. */
    boolean abreast() {
        return !unsure && dead.isEmpty() && turns.ready() && System.nanoTime() - turnsSince <= TURNS_LAST.toNanos();
    }

    Uni<Claim> take() {
        // Only a look at all that is due says what is next: whatever else is taken, one follows.
        nextKnown = false;
        if (unsure) {
            return claims.takeOver(node, Set.of(node), flights.claims())
                    .invoke(found -> unsure = found.id().isPresent());
        }
        if (!dead.isEmpty()) {
            return claims.takeOver(node, dead.keySet(), List.of()).call(this::bury);
        }
        return abreast() ? takeTurn(turns, turns.next()) : claims.claimDue(node).call(this::takeTurns);
    }

    private Uni<Claim> takeTurn(Turns of, Turn turn) {
        return claims.claimInTurn(node, turn).invoke(claim -> of.took(turn, claim.jobs()));
    }

    private boolean full(Claim claim) {
        return claim.jobs().size() == config.batchSize();
    }

    private Uni<Void> takeTurns(Claim claim) {
        turns = Turns.none();
        nextKnown = true;
        return full(claim)
                ? claims.lanes().invoke(this::begin).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private void begin(List<Lane> lanes) {
        turns = new Turns(lanes, config.batchSize(), ABREAST);
        turnsSince = System.nanoTime();
    }

    /** A node that has nothing left is forgotten; one that has is asked about again, by its beat. */
    private Uni<Void> bury(Claim claim) {
        if (claim.id().isPresent()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, Long> gone = dead;
        dead = Map.of();
        return Multi.createFrom()
                .iterable(gone.entrySet())
                .onItem()
                .transformToUniAndConcatenate(node -> claims.forget(node.getKey(), node.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
