package io.cliprelay.gateway.schedule;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The scheduler, asked about times. */
@RegisterRestClient(configKey = "scheduler")
interface PlanningClient {

    /** One answer for each upload, in their order. */
    @POST
    @Path("/forecasts")
    Uni<List<Forecast>> forecasts(@QueryParam("tenant") String tenant, List<ForecastRequest> uploads);

    /** What the limits of the accounts' platforms leave to them; of the requests only platform and account count. */
    @POST
    @Path("/quotas")
    Uni<List<Quota>> quotas(List<ForecastRequest> accounts);

    @GET
    @Path("/slots")
    Uni<List<SlotPlan>> slots(@QueryParam("tenant") String tenant, @QueryParam("count") int count);

    @GET
    @Path("/slots/{account}")
    Uni<SlotPlan> slots(UUID account, @QueryParam("tenant") String tenant, @QueryParam("count") int count);

    @PUT
    @Path("/slots/{account}")
    Uni<SlotPlan> putSlots(
            UUID account, @QueryParam("tenant") String tenant, @QueryParam("count") int count, List<Slot> slots);

    @DELETE
    @Path("/slots/{account}")
    Uni<Void> deleteSlots(UUID account, @QueryParam("tenant") String tenant);
}
