package io.cliprelay.gateway.access;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Where callers are asked who they are. */
@ApplicationScoped
public class Door {

    private static final String SCHEME = "Bearer ";

    private final List<Doorkeeper> doorkeepers;
    private final boolean closed;

    Door(@Any Instance<Doorkeeper> doorkeepers, AccessConfig config) {
        this.doorkeepers = doorkeepers.stream().toList();
        this.closed = config.required() || this.doorkeepers.stream().anyMatch(Doorkeeper::closesTheDoor);
    }

    /** Whether nobody passes without a credential. */
    boolean closed() {
        return closed;
    }

    /** Who calls, by the {@code Authorization} header; empty where that proves nothing. */
    Uni<Optional<Identity>> identify(Optional<String> authorization) {
        if (authorization.isEmpty()) {
            return found(closed ? Optional.empty() : Optional.of(Identity.anyone()));
        }
        // Also where the door is open: who sends a key wants to be held to it.
        return token(authorization.get()).map(this::ask).orElseGet(() -> found(Optional.empty()));
    }

    /** Whose credential was ended since they were let in: for calls that last. Fails where it cannot be found out now. */
    public Uni<Set<String>> ended(Set<String> names) {
        return Multi.createFrom()
                .iterable(doorkeepers)
                .onItem()
                .transformToUniAndConcatenate(doorkeeper -> doorkeeper.ended(names))
                .collect()
                .in(HashSet::new, Set::addAll);
    }

    private Uni<Optional<Identity>> ask(String token) {
        Uni<Optional<Identity>> answer = found(Optional.empty());
        for (Doorkeeper doorkeeper : doorkeepers) {
            answer = answer.chain(known -> known.isPresent() ? found(known) : doorkeeper.identify(token));
        }
        return answer;
    }

    private static Optional<String> token(String header) {
        return Optional.of(header)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip());
    }

    private static Uni<Optional<Identity>> found(Optional<Identity> identity) {
        return Uni.createFrom().item(identity);
    }
}
