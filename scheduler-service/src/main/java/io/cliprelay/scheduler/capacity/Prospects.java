package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads what each platform's worker has to do next, and how fast one was of late. */
@ApplicationScoped
class Prospects {

    static final Duration SLOT = Duration.ofSeconds(10);

    private static final int UNDER_WAY = -2;
    private static final int OVERDUE = -1;

    /**
     * What is far away is not read; sizes that only the source knows count as nothing. A platform that was described is
     * told of even if nothing is planned: its workers can go. What is ordered and what is uploading are found by an index
     * each.
     */
    static final String NEXT = """
            with clock as materialized (select scheduler_now() as now)
            select platform,
                   greatest(-1, floor(extract(epoch from due_at - now) / $1))::int as slot,
                   count(*) as uploads,
                   coalesce(sum((content #>> '{media,sizeBytes}')::bigint), 0)::bigint as bytes
            from job, clock
            where waiting and due_at < (select now from clock) + $2 * interval '1 second'
            group by 1, 2
            union all
            select platform, -2, count(*), 0::bigint from job where ordered group by 1
            union all
            select platform, -2, count(*), 0::bigint from job where state = 'UPLOADING' group by 1
            union all
            select platform, 0, 0::bigint, 0::bigint from platform_limit
            """;

    /** From the order to the end, a wait for a place included, which is short while there are replicas enough. */
    private static final String LATELY = """
            select platform, avg(extract(epoch from ended_at - ordered_at))::float8 as seconds
            from job_attempt join job_done using (upload_id)
            where ordered_at > scheduler_now() - interval '1 day' and job_attempt.outcome = 'PUBLISHED'
              and finished_at > scheduler_now() - interval '1 day'
            group by platform having count(*) >= 20
            """;

    private final Pool pool;
    private final CapacityConfig config;

    Prospects(Pool pool, CapacityConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** By platform. */
    Uni<Map<String, Outlook>> outlooks() {
        long ahead = config.startUp().plus(config.look().multipliedBy(2)).toSeconds();
        int slots = Math.toIntExact(Math.ceilDiv(ahead, SLOT.toSeconds()));
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of((double) SLOT.toSeconds(), (double) slots * SLOT.toSeconds()))
                .map(rows -> outlooks(rows, slots));
    }

    /** How many seconds an upload took, by platform, where enough were published within a day. */
    Uni<Map<String, Duration>> lately() {
        return pool.query(LATELY).execute().map(rows -> {
            Map<String, Duration> lasted = new TreeMap<>();
            rows.forEach(row -> lasted.put(row.getString("platform"), Duration.ofMillis(Math.max(1, (long)
                    (1000 * row.getDouble("seconds"))))));
            return lasted;
        });
    }

    private static Map<String, Outlook> outlooks(RowSet<Row> rows, int slots) {
        Map<String, Outlook> outlooks = new TreeMap<>();
        rows.forEach(row -> outlooks.merge(row.getString("platform"), outlook(row, slots), Prospects::both));
        return outlooks;
    }

    private static Outlook outlook(Row row, int slots) {
        int slot = row.getInteger("slot");
        Load load = new Load(row.getLong("uploads"), row.getLong("bytes"));
        List<Load> planned = new ArrayList<>(Collections.nCopies(slots, Load.NONE));
        if (slot >= 0 && slot < slots) {
            planned.set(slot, load);
        }
        return new Outlook(slot == UNDER_WAY ? load.uploads() : 0, slot == OVERDUE ? load : Load.NONE, SLOT, planned);
    }

    private static Outlook both(Outlook one, Outlook other) {
        List<Load> planned = new ArrayList<>(one.planned());
        for (int slot = 0; slot < planned.size(); slot++) {
            planned.set(slot, planned.get(slot).and(other.planned().get(slot)));
        }
        return new Outlook(one.running() + other.running(), one.overdue().and(other.overdue()), one.slot(), planned);
    }
}
