package io.cliprelay.gateway.status;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.upload.UploadEvent;

/** Hears of each step of an upload in the transaction that stores it. */
public interface UploadMoves {

    /**
     * The upload is as {@code event} says from this transaction's commit on; told once.
     *
     * @param row the upload as it is now, written already
     */
    Uni<Void> moved(StatelessSession session, EventEnvelope<UploadEvent> event, UploadRow row);
}
