package io.cliprelay.scheduler.slot;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemException;

/** The slots of a tenant's accounts, for the gateway. The account of all zeros stands for all that have none. */
@Path("/slots")
public class SlotResource {

    /** What is shown where nothing is said, and at most. */
    private static final String SHOWN = "10";

    private static final int MOST_SHOWN = 100;

    private final Slots slots;
    private final Pool pool;
    private final InstantSource clock;

    SlotResource(Slots slots, Pool pool, InstantSource clock) {
        this.slots = slots;
        this.pool = pool;
        this.clock = clock;
    }

    @GET
    public Uni<List<SlotPlanView>> all(
            @QueryParam("tenant") String tenant, @QueryParam("count") @DefaultValue(SHOWN) int count) {
        return slots.plans(pool, tenant)
                .map(plans -> plans.stream().map(plan -> view(plan, count)).toList());
    }

    /** The slots that hold for the account, its own or those of all; a problem with status 404 where there are none. */
    @GET
    @Path("/{account}")
    public Uni<SlotPlanView> ofAccount(
            UUID account, @QueryParam("tenant") String tenant, @QueryParam("count") @DefaultValue(SHOWN) int count) {
        return slots.calendar(pool, tenant, account)
                .map(calendar -> new Slots.Plan(account, calendar.slots()))
                .invoke(plan -> require(!plan.slots().isEmpty()))
                .map(plan -> view(plan, count));
    }

    @PUT
    @Path("/{account}")
    public Uni<SlotPlanView> put(
            UUID account,
            @QueryParam("tenant") String tenant,
            @QueryParam("count") @DefaultValue(SHOWN) int count,
            List<Slot> wanted) {
        Slots.Plan plan = new Slots.Plan(account, wanted);
        return slots.put(pool, tenant, plan).map(stored -> view(plan, count));
    }

    @DELETE
    @Path("/{account}")
    public Uni<Void> delete(UUID account, @QueryParam("tenant") String tenant) {
        return slots.delete(pool, tenant, account).invoke(SlotResource::require).replaceWithVoid();
    }

    private SlotPlanView view(Slots.Plan plan, int count) {
        return SlotPlanView.of(plan, clock.instant(), Math.clamp(count, 0, MOST_SHOWN));
    }

    private static void require(boolean found) {
        if (!found) {
            throw new ProblemException(Problem.of(
                    404,
                    "slots.not-found",
                    ProblemCategory.NOT_FOUND,
                    "No slots",
                    "There are no slots for this account; put some first.",
                    List.of()));
        }
    }
}
