package io.cliprelay.scheduler.budget;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.platform.PlatformLimit;

/** What is planned and done in the budgets of platforms and accounts, and what that leaves to others. */
@ApplicationScoped
public class Budgets {

    /** Its scope, its state: found by an index of each. */
    private static final String PLANNED = """
            (select due_at from job
             where lim.body ->> 'scope' = '%1$s' and %2$s and platform = wish.platform %3$s
               and due_at >= wish."from" and due_at < wish."until" order by due_at limit 20000)
            union all
            """;

    private static final String OF_ACCOUNT = "and account_id = wish.\"accountId\"";

    /** {@link PlatformLimit#canBePlannedBy}. */
    private static final String CAN_BE_PLANNED = """
            cast(lim.body ->> 'perUpload' as bigint) > 0
            and cast(lim.body ->> 'amount' as bigint) <= cast(%s as bigint) * cast(lim.body ->> 'perUpload' as bigint)
            and coalesce(cast(lim.body ->> 'rolling' as interval) >= interval '1 hour', true)
            """;

    /**
     * For each wish and each limit that can be looked ahead in: what goes out, or went, around it. What is with a worker
     * just now is not counted: it is little, and the worker counts for itself.
     */
    private static final String USES = """
            select wish.n, lim.body as body, array(
                %s
                (select finished_at from job_done
                 where platform = wish.platform and state in ('PUBLISHED', 'DRAFTED')
                   and (lim.body ->> 'scope' = 'app' or account_id = wish."accountId")
                   and finished_at >= wish."from" and finished_at < wish."until" limit 20000)) as planned
            from json_to_recordset(cast(cast($1 as text) as json))
                 as wish(n int, platform text, "accountId" uuid, "from" timestamptz, "until" timestamptz)
            join platform_limit on platform_limit.platform = wish.platform
            cross join lateral jsonb_array_elements(platform_limit.limits) as lim(body)
            where %s
            """.formatted(
                    PLANNED.formatted("app", "waiting", "")
                            + PLANNED.formatted("app", "held", "")
                            + PLANNED.formatted("account", "waiting", OF_ACCOUNT)
                            + PLANNED.formatted("account", "held", OF_ACCOUNT),
                    CAN_BE_PLANNED.formatted("$2"));

    /** Each budget that any of the wishes draws on, in one order. */
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('budget.' || name, 0)) from (
                select distinct case lim.body ->> 'scope' when 'app' then wish.platform else wish.account end as name
                from unnest(cast($1 as text[]), cast($2 as text[])) as wish(platform, account)
                join platform_limit on platform_limit.platform = wish.platform
                cross join lateral jsonb_array_elements(platform_limit.limits) as lim(body)
                where %s
                order by name) as limited
            """.formatted(CAN_BE_PLANNED.formatted("$3"));

    /**
     * One at a time takes from a budget that these wishes draw on; until its transaction ends, when others see what it
     * took.
     */
    public Uni<Void> lock(SqlConnection transaction, List<Wish> wishes) {
        String[] platforms = wishes.stream().map(Wish::platform).toArray(String[]::new);
        String[] accounts =
                wishes.stream().map(wish -> wish.accountId().toString()).toArray(String[]::new);
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(platforms, accounts, PlatformLimit.MOST_PLANNED))
                .replaceWithVoid();
    }

    /** The forecast for each of {@code wishes}, in their order, each of which takes its room from those after it. */
    public Uni<List<Forecast>> forecasts(SqlClient client, List<Wish> wishes) {
        return uses(client, wishes).map(uses -> Foresight.of(wishes, uses));
    }

    /**
     * For each of {@code wishes}, in their order, the limits that can be looked ahead in, and what is planned in them.
     * Those of one account that are close together are looked up once.
     */
    Uni<List<List<Use>>> uses(SqlClient client, List<Wish> wishes) {
        List<Around> each = wishes.stream().map(Around::of).toList();
        List<Around> distinct = each.stream().distinct().toList();
        return client.preparedQuery(USES)
                .execute(Tuple.of(EventJson.encode(Look.each(distinct)), PlatformLimit.MOST_PLANNED))
                .map(rows -> uses(rows, distinct))
                .map(found -> each.stream().map(found::get).toList());
    }

    private static Map<Around, List<Use>> uses(RowSet<Row> rows, List<Around> distinct) {
        Map<Around, List<Use>> uses = new HashMap<>();
        distinct.forEach(around -> uses.put(around, new ArrayList<>()));
        rows.forEach(row -> uses.get(distinct.get(row.getInteger("n"))).add(use(row)));
        return uses;
    }

    /** What is looked at, as the statement reads it. */
    private record Look(int n, String platform, UUID accountId, Instant from, Instant until) {

        static List<Look> each(List<Around> distinct) {
            return IntStream.range(0, distinct.size())
                    .mapToObj(n -> of(n, distinct.get(n)))
                    .toList();
        }

        private static Look of(int n, Around around) {
            return new Look(n, around.platform(), around.accountId(), around.from(), around.until());
        }
    }

    private static Use use(Row row) {
        PlatformLimit limit = EventJson.decode(row.getJsonObject("body").encode(), PlatformLimit.class);
        OffsetDateTime[] planned = row.getArrayOfOffsetDateTimes("planned");
        return new Use(
                limit, Arrays.stream(planned).map(OffsetDateTime::toInstant).toList());
    }
}
