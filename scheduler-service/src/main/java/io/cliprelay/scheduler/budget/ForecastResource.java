package io.cliprelay.scheduler.budget;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import io.cliprelay.scheduler.slot.Slots;

/** Tells the gateway what would become of uploads, before they are submitted. Reserves nothing. */
@Path("/forecasts")
public class ForecastResource {

    private final Budgets budgets;
    private final Slots slots;
    private final Pool pool;

    ForecastResource(Budgets budgets, Slots slots, Pool pool) {
        this.budgets = budgets;
        this.slots = slots;
        this.pool = pool;
    }

    /** One answer for each upload, in their order; each takes its room from those after it. */
    @POST
    public Uni<List<ForecastView>> forecast(@QueryParam("tenant") String tenant, List<ForecastRequest> uploads) {
        return Multi.createFrom()
                .iterable(uploads)
                .onItem()
                .transformToUniAndConcatenate(upload -> due(tenant, upload))
                .collect()
                .asList()
                .chain(due -> forecast(uploads, due));
    }

    private Uni<Optional<Instant>> due(String tenant, ForecastRequest upload) {
        return upload.dueAt().isPresent()
                ? Uni.createFrom().item(upload.dueAt())
                : slots.nextFree(pool, tenant, upload.platform(), upload.accountId());
    }

    private Uni<List<ForecastView>> forecast(List<ForecastRequest> uploads, List<Optional<Instant>> due) {
        List<Wish> wishes = IntStream.range(0, uploads.size())
                .boxed()
                .flatMap(index -> due.get(index).map(uploads.get(index)::at).stream())
                .toList();
        return budgets.forecasts(pool, wishes).map(forecasts -> views(uploads, due, wishes, forecasts));
    }

    private static List<ForecastView> views(
            List<ForecastRequest> uploads, List<Optional<Instant>> due, List<Wish> wishes, List<Forecast> forecasts) {
        Iterator<Wish> wish = wishes.iterator();
        Iterator<Forecast> forecast = forecasts.iterator();
        List<ForecastView> views = new ArrayList<>();
        for (int index = 0; index < uploads.size(); index++) {
            views.add(
                    due.get(index).isEmpty()
                            ? ForecastView.NO_SLOT
                            : ForecastView.of(uploads.get(index), wish.next(), forecast.next()));
        }
        return views;
    }
}
