package io.cliprelay.scheduler.budget;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Tells the gateway what the limits of platforms leave to accounts. */
@Path("/quotas")
public class QuotaResource {

    private final Budgets budgets;
    private final Pool pool;
    private final InstantSource clock;

    QuotaResource(Budgets budgets, Pool pool, InstantSource clock) {
        this.budgets = budgets;
        this.pool = pool;
        this.clock = clock;
    }

    /** Every limit that can be looked ahead in, for each of {@code accounts}; of these only platform and account count. */
    @POST
    public Uni<List<QuotaView>> quotas(List<ForecastRequest> accounts) {
        Instant now = clock.instant();
        List<Wish> wishes = accounts.stream().map(account -> account.at(now)).toList();
        return budgets.uses(pool, wishes).map(uses -> views(wishes, uses));
    }

    private static List<QuotaView> views(List<Wish> wishes, List<List<Use>> uses) {
        return IntStream.range(0, wishes.size())
                .boxed()
                .flatMap(index -> uses.get(index).stream().map(use -> QuotaView.of(wishes.get(index), use)))
                .toList();
    }
}
