package io.cliprelay.gateway.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.upload.UploadFailure;

/** How the accounts are. What is told twice, or late, changes nothing. */
@ApplicationScoped
public class AccountHealths {

    private static final String TOLD = """
            insert into account_health as known
                (account_id, tenant, told_at, consent_needed, consent_ends_at, held, held_until)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (account_id) do update set told_at = excluded.told_at, %s
            where known.told_at <= excluded.told_at
            """;

    /** A hold that ends by itself is a breaker's, which tells when it closes; any other was for want of consent. */
    private static final String CONNECTED =
            TOLD.formatted("consent_needed = null, held = case when known.held_until is not null then known.held end");

    private static final String RELEASED = TOLD.formatted("consent_needed = null, held = null, held_until = null");
    private static final String CONSENT_NEEDED = TOLD.formatted("consent_needed = excluded.consent_needed");
    private static final String REFRESHED = TOLD.formatted("consent_ends_at = excluded.consent_ends_at");
    private static final String HELD = TOLD.formatted("held = excluded.held, held_until = excluded.held_until");

    private static final String OF_TENANT = """
            select account_id, consent_needed, consent_ends_at, held, held_until from account_health where tenant = $1
            """;

    private final Pool pool;

    AccountHealths(Pool pool) {
        this.pool = pool;
    }

    /** How the tenant's accounts are; those of which nothing was told are not in it. */
    public Uni<Map<UUID, AccountHealth>> of(String tenant) {
        return pool.preparedQuery(OF_TENANT).execute(Tuple.of(tenant)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .collect(Collectors.toUnmodifiableMap(row -> row.getUUID("account_id"), AccountHealths::health)));
    }

    Uni<Void> take(EventEnvelope<AccountEvent> event) {
        return switch (event.data()) {
            case AccountEvent.Connected connected -> tell(CONNECTED, event, AccountHealth.SOUND);
            case AccountEvent.Released released -> tell(RELEASED, event, AccountHealth.SOUND);
            case AccountEvent.NeedsReauthorisation needed ->
                tell(
                        CONSENT_NEEDED,
                        event,
                        new AccountHealth(Optional.of(needed.reason()), Optional.empty(), Optional.empty()));
            case AccountEvent.Refreshed refreshed ->
                tell(
                        REFRESHED,
                        event,
                        new AccountHealth(Optional.empty(), refreshed.consentEndsAt(), Optional.empty()));
            case AccountEvent.Held held ->
                tell(
                        HELD,
                        event,
                        new AccountHealth(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new Standstill(held.reason(), held.until()))));
        };
    }

    private Uni<Void> tell(String sql, EventEnvelope<AccountEvent> event, AccountHealth told) {
        return pool.preparedQuery(sql)
                .execute(Tuple.from(Arrays.asList(
                        event.data().accountId(),
                        event.tenant(),
                        utc(event.time()),
                        told.consentNeeded().orElse(null),
                        told.consentEndsAt().map(AccountHealths::utc).orElse(null),
                        told.held().map(held -> EventJson.encode(held.reason())).orElse(null),
                        told.held()
                                .flatMap(Standstill::until)
                                .map(AccountHealths::utc)
                                .orElse(null))))
                .replaceWithVoid();
    }

    private static AccountHealth health(Row row) {
        return new AccountHealth(
                Optional.ofNullable(row.getString("consent_needed")),
                instant(row, "consent_ends_at"),
                Optional.ofNullable(row.getString("held"))
                        .map(json -> new Standstill(
                                EventJson.decode(json, UploadFailure.Reason.class), instant(row, "held_until"))));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
