package io.cliprelay.gateway.change;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import io.cliprelay.gateway.idempotency.Done;
import io.cliprelay.gateway.idempotency.Idempotency;

/** Changes that are posted: made once for each key, which is looked at in turn since that takes a connection, too. */
@ApplicationScoped
class Posted {

    private final ClipChanges changes;
    private final Idempotency idempotency;

    Posted(ClipChanges changes, Idempotency idempotency) {
        this.changes = changes;
        this.idempotency = idempotency;
    }

    Uni<Response> make(String tenant, UUID clip, Change change) {
        return changes.inTurn(() -> idempotency.inSession("", () -> changes.makeNow(tenant, clip, change)
                .map(made -> Done.about(clip, Response.ok(made).build()))));
    }
}
