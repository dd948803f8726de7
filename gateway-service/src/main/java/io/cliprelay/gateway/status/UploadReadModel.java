package io.cliprelay.gateway.status;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.gateway.store.SessionTransaction;
import io.cliprelay.gateway.store.Store;
import io.cliprelay.kit.consume.ConsumedEvents;

/** The stored status of uploads. Each event counts once, and only forward. */
@ApplicationScoped
public class UploadReadModel {

    private static final Logger LOG = Logger.getLogger(UploadReadModel.class);
    private static final String CONSUMER = "upload-events";

    private final Store store;
    private final ConsumedEvents consumed;
    private final UploadMoves moves;

    UploadReadModel(Store store, ConsumedEvents consumed, UploadMoves moves) {
        this.store = store;
        this.consumed = consumed;
        this.moves = moves;
    }

    /** Takes one event in; completes when it is committed. */
    Uni<Void> take(EventEnvelope<UploadEvent> event) {
        return store.write(session -> consumed.firstTime(new SessionTransaction(session), CONSUMER, event.id())
                .chain(first -> first ? apply(session, event) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> apply(StatelessSession session, EventEnvelope<UploadEvent> event) {
        return session.get(UploadRow.class, event.data().upload().uploadId(), LockMode.PESSIMISTIC_WRITE)
                .chain(row -> apply(session, event, row));
    }

    private Uni<Void> apply(StatelessSession session, EventEnvelope<UploadEvent> event, UploadRow row) {
        if (row == null || !row.belongsTo(event.tenant())) {
            LOG.warnf(
                    "Event %s (%s) is about upload %s, which is not known here",
                    event.id(), event.type(), event.subject());
            return Uni.createFrom().voidItem();
        }
        return row.status()
                .after(event.data())
                .map(next -> update(session, event, row, next))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> update(
            StatelessSession session, EventEnvelope<UploadEvent> event, UploadRow row, UploadStatus next) {
        row.become(next);
        return session.update(row).chain(() -> moves.moved(session, event, row));
    }
}
