package io.cliprelay.gateway.webhook;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadMoves;
import io.cliprelay.kit.retention.Forgetting;
import io.cliprelay.kit.transaction.OpenTransaction;

/** Notes what happened, and whom to tell, in the transaction that makes it true: no crash loses a delivery. */
@ApplicationScoped
class EventLog implements UploadMoves {

    private static final int BATCH = 1000;

    private static final String NOTE = """
            insert into webhook_event (id, tenant, type, body, at) values ($1, $2, $3, $4, $5) on conflict do nothing
            """;
    /** An endpoint that is being deleted is waited for and then left out; as a broken reference it would stop the step. */
    private static final String TELL = """
            insert into webhook_delivery (endpoint_id, event_id, due_at)
            select id, $2, clock_timestamp() from webhook_endpoint
            where tenant = $1 and not paused and (types = '' or $3 = any(string_to_array(types, ',')))
            for key share
            on conflict do nothing
            """;

    private static final String FORGET = """
            delete from webhook_event where id in (
                select id from webhook_event where at < now() - $1 * interval '1 millisecond' limit $2)
            """;

    /** Delivering begins at the next sweep at the latest; this transaction has to commit first. */
    @Override
    public Uni<Void> moved(OpenTransaction transaction, EventEnvelope<UploadEvent> event, UUID clipId, Upload upload) {
        WebhookEvent told = WebhookEvent.of(event, clipId, upload);
        String id = "msg_" + event.id();
        return transaction
                .update(NOTE, List.of(id, event.tenant(), told.type(), EventJson.encode(told), told.timestamp()))
                .chain(() -> transaction.update(TELL, List.of(event.tenant(), id, told.type())))
                .replaceWithVoid();
    }

    void forget(@Observes StartupEvent started, Forgetting forgetting, WebhookConfig config) {
        forgetting.regularly("old webhook events", FORGET, config.keep(), BATCH);
    }
}
