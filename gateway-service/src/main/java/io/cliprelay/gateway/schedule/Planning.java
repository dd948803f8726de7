package io.cliprelay.gateway.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemException;

/** Asks the scheduler about times. Where it gives no answer, what does not need one goes on without. */
@ApplicationScoped
public class Planning {

    private static final Logger LOG = Logger.getLogger(Planning.class);

    /** A forecast is nice to have: nobody waits long for one. */
    private static final Duration FORECAST_LIMIT = Duration.ofMillis(500);

    /** Stands for all accounts that have no slots of their own. */
    private static final UUID ALL = new UUID(0, 0);

    private final SchedulerClient scheduler;

    Planning(@RestClient SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** One forecast for each upload, in their order; empty where the scheduler does not say. */
    public Uni<Optional<List<Forecast>>> forecasts(String tenant, List<ForecastRequest> uploads) {
        return scheduler
                .forecasts(tenant, uploads)
                .ifNoItem()
                .after(FORECAST_LIMIT)
                .fail()
                .map(Optional::of)
                .onFailure()
                .invoke(failure -> LOG.warnf("The scheduler gave no forecast: %s", failure))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    Uni<List<Quota>> quotas(List<ForecastRequest> accounts) {
        return orAway(scheduler.quotas(accounts));
    }

    Uni<List<SlotPlan>> slots(String tenant, int count) {
        return orAway(scheduler.slots(tenant, count));
    }

    /** The slots that hold for the account; those for all where it has none, or where none is named. */
    Uni<SlotPlan> slots(String tenant, Optional<UUID> account, int count) {
        return orAway(scheduler.slots(account.orElse(ALL), tenant, count));
    }

    Uni<SlotPlan> putSlots(String tenant, Optional<UUID> account, int count, List<Slot> slots) {
        return orAway(scheduler.putSlots(account.orElse(ALL), tenant, count, slots));
    }

    Uni<Void> deleteSlots(String tenant, Optional<UUID> account) {
        return orAway(scheduler.deleteSlots(account.orElse(ALL), tenant));
    }

    private static <T> Uni<T> orAway(Uni<T> answer) {
        return Scheduler.orAway(
                answer.onFailure(Planning::isNotFound).transform(none -> new ProblemException(noSlots())));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == 404;
    }

    private static Problem noSlots() {
        return Problem.of(
                404,
                "slots.not-found",
                ProblemCategory.NOT_FOUND,
                "No slots",
                "There are no slots for this account. PUT some first.",
                List.of());
    }

    /** What is answered to those who need the scheduler's word. */
    public static Problem away() {
        return Problem.of(
                503,
                "scheduler.unavailable",
                ProblemCategory.TRANSIENT,
                "The scheduler is not available",
                "The scheduler gave no answer; what was submitted goes out all the same. Ask again in a moment.",
                List.of());
    }
}
