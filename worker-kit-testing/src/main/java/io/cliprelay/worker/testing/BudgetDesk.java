package io.cliprelay.worker.testing;

import java.time.Duration;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** The budgets of the worker under test, in its database: so that tests need not use up what they want to be used up. */
public final class BudgetDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    public BudgetDesk(Pool pool) {
        this.pool = pool;
    }

    /** Nothing was ever used, learned or held. */
    public void empty() {
        run("delete from budget", Tuple.tuple());
        run("delete from budget_use", Tuple.tuple());
    }

    /** From now on {@code amount} of a limit is allowed. */
    public void allow(String limit, long amount) {
        run("update budget set learned = $2 where name = $1", Tuple.of(limit, amount));
    }

    /** So much more of a rolling limit is used, which leaves its window after {@code time}. */
    public void use(String limit, long amount, Duration time) {
        run("""
                with more as (update budget set used = used + $2 where name = $1 returning name, owner)
                insert into budget_use (name, owner, amount, leaves_at)
                select name, owner, $2, now() + $3::bigint * interval '1 second' from more
                """, Tuple.of(limit, amount, time.toSeconds()));
    }

    /** A whole day goes by: what is counted by days begins anew. */
    public void dayPasses() {
        run("update budget set day = day - 1", Tuple.tuple());
    }

    /** So much time goes by for what was used in rolling windows. */
    public void timePasses(Duration time) {
        run(
                "update budget_use set leaves_at = leaves_at - $1::bigint * interval '1 second'",
                Tuple.of(time.toSeconds()));
    }

    /** What is used of a limit, all its owners together. */
    public long used(String limit) {
        return pool.preparedQuery("select coalesce(sum(used), 0)::bigint from budget where name = $1")
                .execute(Tuple.of(limit))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void run(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
    }
}
