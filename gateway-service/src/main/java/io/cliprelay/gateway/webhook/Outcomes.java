package io.cliprelay.gateway.webhook;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What became of what was due. An outcome counts for its attempt only: a lease may have ended meanwhile. */
@ApplicationScoped
class Outcomes {

    /** First the endpoint, then its deliveries, as they are deleted: in the other order each would wait for the other. */
    private static final String HOLD = """
            select id from webhook_endpoint where id = (select endpoint_id from webhook_delivery where id = $1)
            for key share
            """;

    private static final String NOTE = """
            update webhook_delivery
            set state = $3, attempts = attempts || $4::jsonb, leased_until = null,
                due_at = clock_timestamp() + $5::bigint * interval '1 millisecond',
                finished_at = case when $3 <> 'PENDING' then clock_timestamp() end
            where id = $1 and attempt = $2 and state = 'PENDING'
            """;
    private static final String WELL =
            "update webhook_endpoint set failing_since = null where id = (select endpoint_id from webhook_delivery where id = $1) and failing_since is not null";
    private static final String ILL = """
            update webhook_endpoint
            set failing_since = coalesce(failing_since, clock_timestamp()),
                paused = paused or $2 or coalesce(failing_since < clock_timestamp() - $3::bigint * interval '1 millisecond', false),
                paused_because = case
                    when $2 then 'It answered 410 Gone.'
                    when failing_since < clock_timestamp() - $3::bigint * interval '1 millisecond'
                        then 'It has taken nothing for too long; the last answer: ' || $4::text
                    else paused_because end
            where id = (select endpoint_id from webhook_delivery where id = $1)
            """;

    private final Pool pool;
    private final WebhookConfig config;

    Outcomes(Pool pool, WebhookConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Notes what became of an attempt, and what follows. */
    Uni<Void> note(Message message, Outcome outcome, AfterAttempt next, Instant at) {
        JsonArray attempt = new JsonArray()
                .add(new JsonObject()
                        .put("at", at.toString())
                        .put("result", outcome.text())
                        .put("tookMillis", outcome.took().toMillis()));
        return pool.withTransaction(connection -> switch (next) {
            case AfterAttempt.Done done ->
                note(connection, message, "DELIVERED", attempt, Duration.ZERO)
                        .chain(() -> connection.preparedQuery(WELL).execute(Tuple.of(message.delivery())))
                        .replaceWithVoid();
            case AfterAttempt.Again again ->
                note(connection, message, "PENDING", attempt, again.in())
                        .chain(() -> ill(connection, message, outcome, false));
            case AfterAttempt.GiveUp giveUp ->
                note(connection, message, "FAILED", attempt, Duration.ZERO)
                        .chain(() -> ill(connection, message, outcome, false));
            case AfterAttempt.Stop stop ->
                note(connection, message, "FAILED", attempt, Duration.ZERO)
                        .chain(() -> ill(connection, message, outcome, true));
        });
    }

    private static Uni<Void> note(
            SqlConnection connection, Message message, String state, JsonArray attempt, Duration pause) {
        return connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(message.delivery()))
                .chain(() -> connection
                        .preparedQuery(NOTE)
                        .execute(Tuple.of(message.delivery(), message.attempt(), state, attempt, pause.toMillis())))
                .replaceWithVoid();
    }

    private Uni<Void> ill(SqlConnection connection, Message message, Outcome outcome, boolean gone) {
        return connection
                .preparedQuery(ILL)
                .execute(Tuple.of(message.delivery(), gone, config.pauseAfter().toMillis(), outcome.text()))
                .replaceWithVoid();
    }
}
