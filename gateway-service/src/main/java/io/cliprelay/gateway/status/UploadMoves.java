package io.cliprelay.gateway.status;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.transaction.OpenTransaction;

/** Hears of each step of an upload in the transaction that stores it. */
public interface UploadMoves {

    /**
     * The upload is as {@code event} says from this transaction's commit on; told once.
     *
     * @param upload as it is now
     */
    Uni<Void> moved(OpenTransaction transaction, EventEnvelope<UploadEvent> event, UUID clipId, Upload upload);
}
