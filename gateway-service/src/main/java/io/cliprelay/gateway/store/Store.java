package io.cliprelay.gateway.store;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.kit.outbox.OutboxRelay;

/** The gateway's database. To be called on a Vert.x context; work on one context must not overlap. */
@ApplicationScoped
public class Store {

    private final Mutiny.SessionFactory sessions;
    private final OutboxRelay relay;

    Store(Mutiny.SessionFactory sessions, OutboxRelay relay) {
        this.sessions = sessions;
        this.relay = relay;
    }

    /** Reads without a transaction. */
    public <T> Uni<T> read(Function<StatelessSession, Uni<T>> work) {
        return sessions.withStatelessSession(work);
    }

    /** Commits when the work's {@code Uni} completes and then has its events published; rolls back when it fails. */
    public <T> Uni<T> write(Function<StatelessSession, Uni<T>> work) {
        return sessions.withStatelessTransaction(work).invoke(relay::wake);
    }
}
