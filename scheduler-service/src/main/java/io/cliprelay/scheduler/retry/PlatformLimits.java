package io.cliprelay.scheduler.retry;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.kit.consume.EventConsumer;

/** How often each platform's uploads are tried, from the descriptors, kept so that every replica knows at once. */
@ApplicationScoped
public class PlatformLimits {

    private static final EventTypes<PlatformEvent> TYPES = EventTypes.of(PlatformEvent.class);

    private static final String KEEP = """
            insert into platform_limit (platform, retry_attempts, limits)
            values ($1, $2, cast(cast($3 as text) as jsonb))
            on conflict (platform) do update
            set retry_attempts = excluded.retry_attempts, limits = excluded.limits
            """;

    private static final String FIND = "select retry_attempts from platform_limit where platform = $1";

    private static final String FIND_LIMITS = "select limits from platform_limit where platform = $1";

    private final EventConsumer consumer;
    private final Pool pool;
    private final RetryConfig config;

    PlatformLimits(EventConsumer consumer, Pool pool, RetryConfig config) {
        this.consumer = consumer;
        this.pool = pool;
        this.config = config;
    }

    @Incoming("platform-catalog")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, this::take);
    }

    private Uni<Void> take(EventEnvelope<PlatformEvent> event) {
        // Of a paused platform's status nothing need be kept: uploads that come back from it say until when.
        return event.data().latest().map(this::keep).orElseGet(() -> Uni.createFrom()
                .voidItem());
    }

    private Uni<Void> keep(PlatformDescriptor descriptor) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(
                        descriptor.platform(), descriptor.retryAttempts(), EventJson.encode(descriptor.limits())))
                .replaceWithVoid();
    }

    /** How often an upload to the platform may be tried. */
    Uni<Integer> attempts(SqlClient client, String platform) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(platform))
                .map(rows -> rows.size() == 0
                        ? config.attempts()
                        : rows.iterator().next().getInteger("retry_attempts"));
    }

    /** What the platform allows in which time; nothing where it is not known. */
    Uni<List<PlatformLimit>> limits(SqlClient client, String platform) {
        return client.preparedQuery(FIND_LIMITS)
                .execute(Tuple.of(platform))
                .map(rows -> rows.size() == 0
                        ? List.of()
                        : List.of(EventJson.decode(
                                rows.iterator().next().getJsonArray("limits").encode(), PlatformLimit[].class)));
    }
}
