package io.cliprelay.gateway.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** What is due. Replicas share the work by leases. */
@ApplicationScoped
class DeliveryQueue {

    /** Replicas take one after the other, and each sees what the one before took: only so limits hold for all of them. */
    private static final String IN_TURN = "select pg_advisory_xact_lock(hashtext('cliprelay.webhooks'))";

    /**
     * Per endpoint no more than $1 at once, per tenant no more than $4, in all replicas: what does not answer holds up
     * itself. Tenants with the fewest on their way come first.
     */
    private static final String TAKE = """
            with sent as (
                select endpoint_id, count(*) as messages from webhook_delivery
                where state = 'PENDING' and leased_until >= statement_timestamp() group by endpoint_id),
            burden as (
                select e.tenant, sum(s.messages) as messages
                from sent s join webhook_endpoint e on e.id = s.endpoint_id group by e.tenant),
            waiting as (
                select d.id, d.due_at, coalesce(b.messages, 0)
                    + row_number() over (partition by e.tenant order by d.due_at, d.id) as place
                from webhook_endpoint e
                left join sent s on s.endpoint_id = e.id
                left join burden b on b.tenant = e.tenant
                cross join lateral (
                    select id, due_at, row_number() over (order by due_at, id) as nth from (
                        select id, due_at from webhook_delivery
                        where endpoint_id = e.id and state = 'PENDING' and due_at <= statement_timestamp()
                            and (leased_until is null or leased_until < statement_timestamp())
                        order by due_at, id limit $1) first) d
                where not e.paused and d.nth + coalesce(s.messages, 0) <= $1),
            due as (
                select id from webhook_delivery
                where state = 'PENDING'
                    and id in (select id from waiting where place <= $4::int order by place, due_at, id limit $2)
                for update skip locked)
            update webhook_delivery d
            set leased_until = clock_timestamp() + $3::bigint * interval '1 millisecond', attempt = attempt + 1
            from due, webhook_endpoint e, webhook_event v
            where d.id = due.id and e.id = d.endpoint_id and v.id = d.event_id
            returning d.id, d.attempt, e.url, v.id as event_id, v.body, e.secret,
                array(select secret from webhook_old_secret
                    where endpoint_id = e.id and signs_until > statement_timestamp()
                    order by signs_until desc limit 10) as old_secrets
            """;

    private final Pool pool;
    private final WebhookConfig config;

    DeliveryQueue(Pool pool, WebhookConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Up to {@code most} messages that are due, for this replica to send before {@code lease} is over. */
    Uni<List<Message>> take(int most, Duration lease) {
        return pool.withTransaction(
                        connection -> connection.query(IN_TURN).execute().chain(() -> connection
                                .preparedQuery(TAKE)
                                .execute(Tuple.of(
                                        config.atOncePerEndpoint(), most, lease.toMillis(), config.atOncePerTenant()))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeliveryQueue::message)
                        .toList());
    }

    private static Message message(Row row) {
        return new Message(
                row.getLong("id"),
                row.getInteger("attempt"),
                URI.create(row.getString("url")),
                row.getString("event_id"),
                row.getString("body"),
                Stream.concat(Stream.of(row.getString("secret")), Arrays.stream(row.getArrayOfStrings("old_secrets")))
                        .map(SigningSecret::new)
                        .toList());
    }
}
