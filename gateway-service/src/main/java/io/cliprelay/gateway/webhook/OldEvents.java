package io.cliprelay.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import io.cliprelay.kit.retention.Forgetting;

/** Has events forgotten, with what was delivered of them, once they cannot be replayed any more. */
@ApplicationScoped
class OldEvents {

    private static final int BATCH = 1000;

    private static final String FORGET = """
            delete from webhook_event where id in (
                select id from webhook_event where at < now() - $1 * interval '1 millisecond' limit $2)
            """;

    void forget(@Observes StartupEvent started, Forgetting forgetting, WebhookConfig config) {
        forgetting.regularly("old webhook events", FORGET, config.keep(), BATCH);
    }
}
