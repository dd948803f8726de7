package io.cliprelay.worker.limits;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadFailure;
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

    private static final Logger LOG = Logger.getLogger(Budgets.class);

    private static final String TAKE = "select * from budget_take($1, cast(cast($2 as text) as jsonb))";

    /** A day's uses count on their day only; uses that have left a rolling window are gone, or about to be. */
    private static final String USED = """
            select coalesce(sum(used) filter (where day is null or day = (now() at time zone $3)::date), 0)::bigint as used,
                max(learned) as learned
            from budget where name = $1 and owner = $2
            """;

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

    /** Takes, for a call of the uploader, all of {@code charges}, and what every call is charged with; as {@link #take}. */
    public Uni<Void> takeForCall(UUID account, List<Charge> charges) {
        return take(account, allowances.withEveryCall(charges));
    }

    /**
     * Takes all of {@code charges} or nothing. Fails where there is no room, with {@code RateLimited} or
     * {@code QuotaExhausted} until the instant at which there will be. Where nothing is charged, nobody is asked.
     */
    public Uni<Void> take(UUID account, List<Charge> charges) {
        List<BudgetCharge> rows = allowances.rows(account, charges);
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(TAKE)
                        .execute(Tuple.of(account.toString(), EventJson.encode(rows)))
                        .invoke(refusals -> conclude(rows, refusals))
                        .replaceWithVoid();
    }

    /**
     * Makes a request whose charges only the uploader can know, once they are taken: one more page, a question in between.
     * Where the platform says that they are used up, that is noted. Fails as {@link #take} or as the request does.
     */
    public <T> Uni<T> charged(UUID account, List<Charge> charges, Supplier<Uni<T>> request) {
        return take(account, charges)
                .chain(() ->
                        request.get().onFailure(Budgets::isUsedUp).call(failure -> noted(account, charges, failure)));
    }

    private static boolean isUsedUp(Throwable failure) {
        return failure instanceof UploadException told && told.failure() instanceof UploadFailure.QuotaExhausted;
    }

    /** Whatever becomes of the note, the request was what it was. */
    private Uni<Void> noted(UUID account, List<Charge> charges, Throwable failure) {
        Instant until = ((UploadFailure.QuotaExhausted) ((UploadException) failure).failure()).until();
        return exhausted(account, charges, until)
                .onFailure()
                .invoke(lost -> LOG.warn("It could not be noted that a budget is used up", lost))
                .onFailure()
                .recoverWithNull();
    }

    /** How much of a limit is left to {@code account} now, as far as it was counted here; not below 0. */
    public Uni<Long> left(UUID account, String limit) {
        BudgetCharge row = BudgetCharge.of(allowances.require(limit), account, 0);
        return pool.preparedQuery(USED)
                .execute(Tuple.of(row.name(), row.owner(), row.zone().orElse("UTC")))
                .map(rows -> left(row.capacity(), rows.iterator().next()));
    }

    private static long left(long usual, Row row) {
        long capacity = Optional.ofNullable(row.getLong("learned")).orElse(usual);
        return Math.max(0, capacity - row.getLong("used"));
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
