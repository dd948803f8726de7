package io.cliprelay.gateway.settlement;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.UploadSettled;
import io.cliprelay.contracts.upload.Settlement;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadProblems;
import io.cliprelay.gateway.status.UploadRow;
import io.cliprelay.gateway.store.SessionTransaction;
import io.cliprelay.gateway.store.Store;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.problem.ProblemException;

/** Passes a person's word on; the upload changes when its worker has taken it. */
@ApplicationScoped
class Settlements {

    private static final String SOURCE = "/cliprelay/gateway";

    private final Store store;
    private final Outbox outbox;
    private final InstantSource clock;

    Settlements(Store store, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The upload's clip; fails with a problem where the tenant has no such upload, or it is not unconfirmed. */
    Uni<UUID> settle(String tenant, UUID upload, Settlement settlement) {
        return store.write(session -> session.get(UploadRow.class, upload)
                        .map(row -> unconfirmed(tenant, upload, row))
                        .call(row -> tell(session, tenant, row, settlement)))
                .map(UploadRow::clipId);
    }

    private static UploadRow unconfirmed(String tenant, UUID id, UploadRow row) {
        if (row == null || !row.belongsTo(tenant)) {
            throw new ProblemException(UploadProblems.noSuchUpload(id.toString()));
        }
        UploadState state = row.status().state();
        if (state != UploadState.UNCONFIRMED) {
            throw new ProblemException(SettlementProblems.notUnconfirmed(id.toString(), state));
        }
        return row;
    }

    private Uni<Void> tell(StatelessSession session, String tenant, UploadRow row, Settlement settlement) {
        Upload upload = row.upload();
        UploadRef ref = new UploadRef(upload.id(), row.clipId(), upload.platform(), upload.accountId());
        String clip = row.clipId().toString();
        UploadSettled settled =
                new UploadSettled(row.clipId(), ref, Optional.of(upload.status().attempt()), settlement);
        EventEnvelope<UploadSettled> event = EventEnvelope.of(SOURCE, clip, tenant, clock.instant(), settled);
        return outbox.add(new SessionTransaction(session), new OutgoingEvent(Topics.CLIP_EVENTS, clip, event));
    }
}
