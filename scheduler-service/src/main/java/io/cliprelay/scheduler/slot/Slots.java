package io.cliprelay.scheduler.slot;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.scheduler.time.Placement;

/**
 * The slots of accounts, and which of them are free. A slot is taken where any upload to the account is due at its
 * instant: the job itself is the reservation, so that one that is cancelled or moved leaves nothing behind.
 */
@ApplicationScoped
public class Slots {

    /** Stands for all accounts of a tenant that have no slots of their own. */
    static final UUID ALL = new UUID(0, 0);

    /** An account's own slots come before the tenant's. */
    private static final String FIND = """
            select slots from slot_plan where tenant = $1 and account_id in ($2, $3) order by account_id desc limit 1
            """;

    private static final String ALL_OF_TENANT =
            "select account_id, slots from slot_plan where tenant = $1 order by account_id";

    private static final String PUT = """
            insert into slot_plan (tenant, account_id, slots) values ($1, $2, cast(cast($3 as text) as jsonb))
            on conflict (tenant, account_id) do update set slots = excluded.slots
            """;

    private static final String DELETE = "delete from slot_plan where tenant = $1 and account_id = $2";

    /** Whatever is with a worker by now has left its slot. */
    private static final String TAKEN = """
            select scheduler_now() as now, array(
                select due_at from job where waiting and platform = $1 and account_id = $2
                union all
                select due_at from job where held and platform = $1 and account_id = $2) as taken
            """;

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('slots.' || name, 0))
            from unnest(cast($1 as text[])) with ordinality as wanted(name, position) order by position
            """;

    /** Whose slots are which. */
    record Plan(UUID accountId, List<Slot> slots) {}

    private record Taken(Instant now, Set<Instant> instants) {}

    /** The plans of a tenant, that of all accounts first. */
    Uni<List<Plan>> plans(SqlClient client, String tenant) {
        return client.preparedQuery(ALL_OF_TENANT).execute(Tuple.of(tenant)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Plan(row.getUUID("account_id"), slots(row)))
                .toList());
    }

    Uni<Void> put(SqlClient client, String tenant, Plan plan) {
        return client.preparedQuery(PUT)
                .execute(Tuple.of(tenant, plan.accountId(), EventJson.encode(plan.slots())))
                .replaceWithVoid();
    }

    /** Yields whether there was one. */
    Uni<Boolean> delete(SqlClient client, String tenant, UUID accountId) {
        return client.preparedQuery(DELETE).execute(Tuple.of(tenant, accountId)).map(rows -> rows.rowCount() > 0);
    }

    /** The slots that hold for an account. */
    Uni<SlotCalendar> calendar(SqlClient client, String tenant, UUID accountId) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(tenant, accountId, ALL))
                .map(Slots::calendar);
    }

    /** The account's next free slot as it is now; empty where it has none. Reserves nothing. */
    public Uni<Optional<Instant>> nextFree(SqlClient client, String tenant, String platform, UUID accountId) {
        return calendar(client, tenant, accountId).chain(calendar -> taken(client, platform, accountId)
                .map(taken -> calendar.nextFree(taken.now(), taken.instants())));
    }

    /** One at a time looks for slots of these accounts; until its transaction ends, when others see what it took. */
    public Uni<Void> lock(SqlConnection transaction, Collection<UUID> accounts) {
        String[] names =
                accounts.stream().map(UUID::toString).distinct().sorted().toArray(String[]::new);
        return names.length == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of((Object) names))
                        .replaceWithVoid();
    }

    /**
     * Puts an upload that asked for a slot into a free one: the one that it was promised, or the next where another
     * upload has that by now; the slot's clock on the wall is what it means from then on. The account is locked, and the
     * upload's job is written in {@code transaction}.
     */
    public Uni<Placement> place(SqlConnection transaction, String tenant, Placement placement) {
        String platform = placement.upload().platform();
        UUID account = placement.upload().accountId();
        return placement.upload().slot().isEmpty()
                ? Uni.createFrom().item(placement)
                : calendar(transaction, tenant, account).chain(calendar -> taken(transaction, platform, account)
                        .map(taken -> inFree(placement, calendar, taken)));
    }

    private static Placement inFree(Placement placement, SlotCalendar calendar, Taken taken) {
        Placement free = taken.instants().contains(placement.upload().dueAt())
                ? moved(placement, calendar.nextFree(taken.now(), taken.instants()))
                : placement;
        return calendar.meant(free.upload().dueAt()).map(free::meaning).orElse(free);
    }

    private static Placement moved(Placement placement, Optional<Instant> free) {
        Reason reason = new Reason(
                "slot.taken",
                "Another upload took the slot at %s meanwhile."
                        .formatted(placement.upload().dueAt()),
                "Nothing to do; it goes out in the next free slot.");
        return free.map(slot -> placement.moved(slot, reason)).orElse(placement);
    }

    private static Uni<Taken> taken(SqlClient client, String platform, UUID accountId) {
        return client.preparedQuery(TAKEN)
                .execute(Tuple.of(platform, accountId))
                .map(rows -> taken(rows.iterator().next()));
    }

    private static Taken taken(Row row) {
        Set<Instant> instants = Arrays.stream(row.getArrayOfOffsetDateTimes("taken"))
                .map(OffsetDateTime::toInstant)
                .collect(Collectors.toSet());
        return new Taken(row.getOffsetDateTime("now").toInstant(), instants);
    }

    private static SlotCalendar calendar(RowSet<Row> rows) {
        return rows.size() == 0
                ? new SlotCalendar(List.of())
                : new SlotCalendar(slots(rows.iterator().next()));
    }

    private static List<Slot> slots(Row row) {
        return List.of(EventJson.decode(row.getJsonArray("slots").encode(), Slot[].class));
    }
}
