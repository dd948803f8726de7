package io.cliprelay.worker.limits;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.UploadException;

/**
 * What may still be asked of the platform, shared by all replicas. Each taking is one round trip to a function of the
 * database, which locks the budgets, counts and writes; what has left a window is removed there, so that nothing is
 * summed twice. The time is the database's, read once the locks are held: replicas' clocks differ, and a use must not
 * seem older than the one before it.
 */
@ApplicationScoped
public class Budgets {

    /** Calls whose repeat after a crash is the same use. Others may well be made several times in an attempt. */
    private static final Set<Call> ONCE_AN_ATTEMPT = Set.of(Call.OPEN, Call.PUBLISH);

    private static final String TAKE = "select * from budget_take($1, $2, $3, $4, $5, cast(cast($6 as text) as jsonb))";

    private static final String LEARN = """
            insert into budget (name, owner, learned) values ($1, $2, $3)
            on conflict (name, owner) do update set learned = excluded.learned
            where budget.learned is distinct from excluded.learned
            """;

    private static final String HOLD = """
            insert into budget (name, owner, held_until) values ($1, $2, $3)
            on conflict (name, owner) do update set held_until = excluded.held_until
            where budget.held_until is null or budget.held_until < excluded.held_until
            """;

    private final Pool pool;
    private final Allowances allowances;
    private final MeterRegistry meters;

    Budgets(Pool pool, Allowances allowances, MeterRegistry meters) {
        this.pool = pool;
        this.allowances = allowances;
        this.meters = meters;
    }

    /**
     * Takes all of {@code charges}, and what every call is charged with, or nothing. A repeated {@code OPEN} or
     * {@code PUBLISH} of an attempt takes nothing more. Fails where there is no room, with {@code RateLimited} or
     * {@code QuotaExhausted} until the instant at which there will be. Where nothing is charged, nobody is asked.
     */
    public Uni<Void> take(UUID account, UUID uploadId, int attempt, Call call, List<Charge> charges) {
        List<BudgetCharge> rows = allowances.rows(account, charges);
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(TAKE)
                        .execute(Tuple.of(
                                        uploadId,
                                        attempt,
                                        call.name(),
                                        ONCE_AN_ATTEMPT.contains(call),
                                        account.toString())
                                .addString(EventJson.encode(rows)))
                        .invoke(refusals -> conclude(rows, refusals))
                        .replaceWithVoid();
    }

    /** The platform named the amount of a limit; it holds instead of the usual one from now on. */
    public Uni<Void> learned(UUID account, String limit, long amount) {
        return pool.preparedQuery(LEARN)
                .execute(Tuple.of(limit, BudgetCharge.owner(allowances.require(limit), account), amount))
                .replaceWithVoid();
    }

    /**
     * The platform told {@code account} that what a call is charged with is used up, whatever was counted here: the
     * account takes none of it before {@code until}. Others that share a limit find out for themselves, since platforms
     * have limits of an account that look the same.
     */
    public Uni<Void> exhausted(UUID account, List<Charge> charges, Instant until) {
        List<Tuple> holds = charges.stream()
                .filter(charge -> charge.amount() > 0)
                .map(charge -> Tuple.of(
                        allowances.require(charge.limit()).name(), account.toString(), until.atOffset(ZoneOffset.UTC)))
                .toList();
        return holds.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(HOLD).executeBatch(holds).replaceWithVoid();
    }

    private void conclude(List<BudgetCharge> rows, RowSet<Row> refusals) {
        if (refusals.size() == 0) {
            rows.forEach(row -> count("cliprelay.budget.taken", row.name(), row.amount()));
            return;
        }
        throw refusal(refusals.iterator().next());
    }

    private UploadException refusal(Row row) {
        String limit = row.getString("refused_by");
        count("cliprelay.budget.refused", limit, 1);
        return Shortage.of(
                allowances.require(limit),
                row.getLong("allowed"),
                row.getOffsetDateTime("refused_until").toInstant());
    }

    private void count(String meter, String limit, double amount) {
        meters.counter(meter, "limit", limit).increment(amount);
    }
}
