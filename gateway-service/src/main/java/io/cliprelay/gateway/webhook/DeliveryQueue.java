package io.cliprelay.gateway.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What is due, and what became of it. Replicas share the work by leases; an outcome counts for its attempt only. */
@ApplicationScoped
class DeliveryQueue {

    /** Per endpoint no more than $1 at once, however many replicas take: what does not answer holds up itself only. */
    private static final String TAKE = """
            with due as (
                select d.id from webhook_endpoint e cross join lateral (
                    select id from webhook_delivery
                    where endpoint_id = e.id and state = 'PENDING' and due_at <= clock_timestamp()
                        and (leased_until is null or leased_until < clock_timestamp())
                    order by due_at, id
                    limit greatest(0, $1::int - (
                        select count(*) from webhook_delivery
                        where endpoint_id = e.id and state = 'PENDING' and leased_until >= clock_timestamp()))
                    for update skip locked) d
                where not e.paused
                limit $2)
            update webhook_delivery d
            set leased_until = clock_timestamp() + $3::bigint * interval '1 millisecond', attempt = attempt + 1
            from due, webhook_endpoint e, webhook_event v
            where d.id = due.id and e.id = d.endpoint_id and v.id = d.event_id
            returning d.id, d.attempt, e.url, v.id as event_id, v.body, e.secret,
                case when e.previous_until > clock_timestamp() then e.previous_secret end as previous_secret
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

    DeliveryQueue(Pool pool, WebhookConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Up to {@code most} messages that are due, for this replica to send before {@code lease} is over. */
    Uni<List<Message>> take(int most, Duration lease) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(config.atOncePerEndpoint(), most, lease.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeliveryQueue::message)
                        .toList());
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
                .preparedQuery(NOTE)
                .execute(Tuple.of(message.delivery(), message.attempt(), state, attempt, pause.toMillis()))
                .replaceWithVoid();
    }

    private Uni<Void> ill(SqlConnection connection, Message message, Outcome outcome, boolean gone) {
        return connection
                .preparedQuery(ILL)
                .execute(Tuple.of(message.delivery(), gone, config.pauseAfter().toMillis(), outcome.text()))
                .replaceWithVoid();
    }

    private static Message message(Row row) {
        return new Message(
                row.getLong("id"),
                row.getInteger("attempt"),
                URI.create(row.getString("url")),
                row.getString("event_id"),
                row.getString("body"),
                Stream.of(row.getString("secret"), row.getString("previous_secret"))
                        .filter(Objects::nonNull)
                        .map(SigningSecret::new)
                        .toList());
    }
}
