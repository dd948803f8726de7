package io.cliprelay.analytics.intake;

import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.post.PostEvent;

/**
 * What each post has come to, one row each. The latest reading counts, in whatever order they come and however often; so
 * no event needs to be remembered.
 */
@ApplicationScoped
public class PostFacts {

    private static final String MEASURED = """
            insert into post_fact (upload_id, tenant, platform, read_at, views, likes, comments, shares)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (upload_id) do update
            set read_at = excluded.read_at, views = excluded.views, likes = excluded.likes,
                comments = excluded.comments, shares = excluded.shares
            where post_fact.read_at <= excluded.read_at
            """;

    /** It does not count as a reading, so that an earlier one that comes later is not lost. */
    private static final String MISSING = """
            insert into post_fact (upload_id, tenant, platform, read_at, missing_at)
            values ($1, $2, $3, '-infinity', $4)
            on conflict (upload_id) do update set missing_at = excluded.missing_at
            """;

    private final Pool pool;

    PostFacts(Pool pool) {
        this.pool = pool;
    }

    /** Learns of one reading. */
    public Uni<Void> learn(EventEnvelope<PostEvent> event) {
        return switch (event.data()) {
            case PostEvent.Measured measured -> write(MEASURED, row(event, measured));
            case PostEvent.Missing missing -> write(MISSING, row(event));
        };
    }

    private static Tuple row(EventEnvelope<PostEvent> event, PostEvent.Measured measured) {
        return row(event)
                .addLong(measured.views().orElse(null))
                .addLong(measured.likes().orElse(null))
                .addLong(measured.comments().orElse(null))
                .addLong(measured.shares().orElse(null));
    }

    private static Tuple row(EventEnvelope<PostEvent> event) {
        PostEvent told = event.data();
        return Tuple.of(
                told.upload().uploadId(),
                event.tenant(),
                told.upload().platform(),
                told.readAt().atOffset(ZoneOffset.UTC));
    }

    private Uni<Void> write(String sql, Tuple row) {
        return pool.preparedQuery(sql).execute(row).replaceWithVoid();
    }
}
