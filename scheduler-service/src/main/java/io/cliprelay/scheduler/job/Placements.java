package io.cliprelay.scheduler.job;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.scheduler.budget.Budgets;
import io.cliprelay.scheduler.budget.MovedByBudget;
import io.cliprelay.scheduler.budget.Wish;
import io.cliprelay.scheduler.slot.Slots;
import io.cliprelay.scheduler.time.Placement;
import io.cliprelay.scheduler.time.ZoneRules;

/** Gives uploads their places in time: in free slots, and where their platforms have room. */
@ApplicationScoped
public class Placements {

    private final Slots slots;
    private final Budgets budgets;

    Placements(Slots slots, Budgets budgets) {
        this.slots = slots;
        this.budgets = budgets;
    }

    /**
     * The places of one clip's uploads, in their order. Nobody else is given any beside them until {@code transaction}
     * ends, in which their jobs are to be written; jobs of theirs that are planned already take room from them.
     */
    public Uni<List<Placement>> place(SqlConnection transaction, String tenant, List<PlannedUpload> uploads) {
        return lock(transaction, uploads)
                .chain(() -> inSlots(transaction, tenant, uploads))
                .chain(placed -> withinBudgets(transaction, placed));
    }

    /** Budgets before slots, and each in one order, so that no two clips wait for each other. */
    private Uni<Void> lock(SqlConnection transaction, List<PlannedUpload> uploads) {
        return budgets.lock(transaction, uploads.stream().map(Wish::of).toList())
                .chain(() -> slots.lock(
                        transaction,
                        uploads.stream()
                                .filter(upload -> upload.slot().isPresent())
                                .map(PlannedUpload::accountId)
                                .toList()));
    }

    private Uni<List<Placement>> inSlots(SqlConnection transaction, String tenant, List<PlannedUpload> uploads) {
        return Multi.createFrom()
                .iterable(uploads)
                .onItem()
                .transformToUniAndConcatenate(upload -> slots.place(transaction, tenant, ZoneRules.placed(upload)))
                .collect()
                .asList();
    }

    private Uni<List<Placement>> withinBudgets(SqlConnection transaction, List<Placement> placed) {
        List<Wish> wishes = placed.stream().map(Placement::upload).map(Wish::of).toList();
        return budgets.forecasts(transaction, wishes).map(forecasts -> IntStream.range(0, placed.size())
                .mapToObj(index -> MovedByBudget.of(placed.get(index), forecasts.get(index)))
                .toList());
    }
}
