package io.cliprelay.gateway.platform;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PlatformStatus;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.gateway.account.Standstill;

/** Which platforms take no uploads now. What is told twice, or late, changes nothing. */
@ApplicationScoped
public class PlatformHealths {

    private static final String TOLD = """
            insert into platform_health as known (platform, told_at, held, until) values ($1, $2, $3, $4)
            on conflict (platform) do update
            set told_at = excluded.told_at, held = excluded.held, until = excluded.until
            where known.told_at <= excluded.told_at
            """;

    private final Pool pool;

    PlatformHealths(Pool pool) {
        this.pool = pool;
    }

    /** Why those platforms that take nothing do not, by their ids; all others do. */
    public Uni<Map<String, Standstill>> held() {
        return pool.query("select platform, held, until from platform_health where held is not null")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toUnmodifiableMap(
                                row -> row.getString("platform"), PlatformHealths::standstill)));
    }

    Uni<Void> take(EventEnvelope<PlatformEvent> event) {
        return event.data() instanceof PlatformEvent.StatusChanged changed
                ? tell(event, changed)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> tell(EventEnvelope<PlatformEvent> event, PlatformEvent.StatusChanged changed) {
        return pool.preparedQuery(TOLD)
                .execute(Tuple.from(Arrays.asList(
                        changed.platform(),
                        event.time().atOffset(ZoneOffset.UTC),
                        changed.status() == PlatformStatus.UP ? null : EventJson.encode(why(changed)),
                        changed.until()
                                .map(until -> until.atOffset(ZoneOffset.UTC))
                                .orElse(null))))
                .replaceWithVoid();
    }

    private static UploadFailure.Reason why(PlatformEvent.StatusChanged changed) {
        return changed.reason()
                .orElseGet(() -> new UploadFailure.Reason(
                        "platform.off",
                        "The worker of " + changed.platform() + " does not publish at present",
                        "Nothing to do for users; an operator switches it on again."));
    }

    private static Standstill standstill(Row row) {
        return new Standstill(
                EventJson.decode(row.getString("held"), UploadFailure.Reason.class),
                Optional.ofNullable(row.getOffsetDateTime("until")).map(OffsetDateTime::toInstant));
    }
}
