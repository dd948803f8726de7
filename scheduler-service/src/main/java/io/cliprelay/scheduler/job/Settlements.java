package io.cliprelay.scheduler.job;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.clip.UploadSettled;
import io.cliprelay.contracts.upload.SettleCommand;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;

/**
 * Passes on what a person said of an unconfirmed upload, to the worker that owns it: only there is it known whether the
 * question is still open. What comes of it comes back as the upload's event.
 */
@ApplicationScoped
class Settlements {

    private final Transactions transactions;
    private final Outbox outbox;

    Settlements(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Passing it on twice is harmless. */
    Uni<Void> passOn(EventEnvelope<ClipEvent> event, UploadSettled settled) {
        OutgoingEvent command = JobEvents.toWorker(
                settled.upload(),
                event.tenant(),
                event.traceparent(),
                // When the person said so, not now: the worker holds it against when it last began to publish.
                event.time(),
                new SettleCommand(settled.upload(), settled.attempt(), settled.settlement()));
        return transactions.run(transaction -> outbox.add(OpenTransaction.on(transaction), command));
    }
}
