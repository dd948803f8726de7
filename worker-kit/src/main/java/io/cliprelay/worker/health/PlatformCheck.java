package io.cliprelay.worker.health;

import java.time.OffsetDateTime;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.cliprelay.worker.spi.PlatformUploader;

/**
 * Tells how the platform is: whether it can be reached, is asked, and takes the accounts' credentials. It is told as
 * wellness only: a worker that is not ready could not even say that its uploads wait.
 */
@Wellness
@ApplicationScoped
class PlatformCheck implements AsyncHealthCheck {

    private static final String KNOWN = """
            select (select until from breaker where name = 'platform' and until > now()) as stopped_until,
                   count(*) filter (where unusable_since is null) as usable,
                   count(*) filter (where unusable_since is not null) as unusable
            from credential
            """;

    private final Pool pool;
    private final Reachability reachability;
    private final String platform;

    PlatformCheck(Pool pool, Reachability reachability, PlatformUploader uploader) {
        this.pool = pool;
        this.reachability = reachability;
        this.platform = uploader.descriptor().platform();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.combine()
                .all()
                .unis(reachability.obstacle(), pool.query(KNOWN).execute())
                .with(PlatformCheck::state)
                .map(state -> state.answer(platform));
    }

    private static PlatformState state(Optional<String> unreachable, RowSet<Row> known) {
        Row row = known.iterator().next();
        return new PlatformState(
                unreachable,
                Optional.ofNullable(row.getOffsetDateTime("stopped_until")).map(OffsetDateTime::toInstant),
                row.getLong("usable"),
                row.getLong("unusable"));
    }
}
