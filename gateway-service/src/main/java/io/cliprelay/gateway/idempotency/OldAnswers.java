package io.cliprelay.gateway.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import io.cliprelay.kit.retention.Forgetting;

/** Has answers forgotten that are about no clip, once they are old. */
@ApplicationScoped
class OldAnswers {

    private static final int BATCH = 1000;

    static final String FORGET = """
            delete from answered_request where (tenant, origin, key) in (
                select tenant, origin, key from answered_request
                where clip_id is null and answered_at < now() - $1 * interval '1 millisecond' limit $2)
            """;

    void forget(@Observes StartupEvent started, Forgetting forgetting, IdempotencyConfig config) {
        forgetting.regularly("old answers", FORGET, config.keep(), BATCH);
    }
}
