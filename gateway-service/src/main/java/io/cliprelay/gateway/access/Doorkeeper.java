package io.cliprelay.gateway.access;

import java.util.Optional;
import java.util.Set;

import io.smallrye.mutiny.Uni;

/** Knows one kind of credential. All of them are asked in turn, in no particular order. */
public interface Doorkeeper {

    /** Whether nobody passes without a credential, because this one is set up. */
    default boolean closesTheDoor() {
        return false;
    }

    /**
     * Who proves to be whom by {@code token}; empty where it is no credential of this kind, or one that does not hold
     * (any more). Fails only where that cannot be found out now. Called on a Vert.x context.
     *
     * @param token what stands behind {@code Bearer}; never to be logged
     */
    Uni<Optional<Identity>> identify(String token);

    /**
     * Whose credential was ended since they were let in; what ends by itself ({@link Identity#until}) is left out.
     *
     * @param names of those who are still there ({@link Identity#name}); others than this one's may be among them
     */
    default Uni<Set<String>> ended(Set<String> names) {
        return Uni.createFrom().item(Set.of());
    }
}
