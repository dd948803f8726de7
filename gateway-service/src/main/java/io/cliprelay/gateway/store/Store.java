package io.cliprelay.gateway.store;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.gateway.event.Numbering;
import io.cliprelay.kit.outbox.OutboxRelay;

/** The gateway's database. To be called on a Vert.x context; work on one context must not overlap. */
@ApplicationScoped
public class Store {

    private static final String AS_OF_NOW = "set transaction isolation level repeatable read";

    private final Mutiny.SessionFactory sessions;
    private final OutboxRelay relay;
    private final Numbering numbering;

    Store(Mutiny.SessionFactory sessions, OutboxRelay relay, Numbering numbering) {
        this.sessions = sessions;
        this.relay = relay;
        this.numbering = numbering;
    }

    /** Reads without a transaction. */
    public <T> Uni<T> read(Function<StatelessSession, Uni<T>> work) {
        return sessions.withStatelessSession(work);
    }

    /** Reads all of it as of one instant, whatever is committed meanwhile. */
    public <T> Uni<T> view(Function<StatelessSession, Uni<T>> work) {
        return sessions.withStatelessTransaction(
                session -> session.createNativeQuery(AS_OF_NOW).executeUpdate().chain(() -> work.apply(session)));
    }

    /** Commits when the work's {@code Uni} completes and then has its events published and put in their order; rolls back when it fails. */
    public <T> Uni<T> write(Function<StatelessSession, Uni<T>> work) {
        return sessions.withStatelessTransaction(work).invoke(relay::wake).invoke(numbering::wake);
    }
}
