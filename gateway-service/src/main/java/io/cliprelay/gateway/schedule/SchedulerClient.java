package io.cliprelay.gateway.schedule;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The scheduler's HTTP API. {@link Scheduler} turns its failures into problems. */
@RegisterRestClient(configKey = "scheduler")
public interface SchedulerClient {

    /**
     * Makes a change, and answers what it came to.
     *
     * @param id of the event that tells of the change
     * @param type of that event
     * @param tenant whose clip it is
     * @param change that event's data, as JSON
     */
    @POST
    @Path("/clip-changes")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<ChangeAnswer> change(
            @QueryParam("id") String id,
            @QueryParam("type") String type,
            @QueryParam("tenant") String tenant,
            String change);

    /** Why an upload stands where it stands. */
    @GET
    @Path("/jobs/{uploadId}/explanation")
    Uni<Explanation> explanation(@PathParam("uploadId") UUID uploadId);

    /** What was tried so far. */
    @GET
    @Path("/jobs/{uploadId}/attempts")
    Uni<AttemptList> attempts(@PathParam("uploadId") UUID uploadId);

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
    Uni<SlotPlan> slots(
            @PathParam("account") UUID account, @QueryParam("tenant") String tenant, @QueryParam("count") int count);

    @PUT
    @Path("/slots/{account}")
    Uni<SlotPlan> putSlots(
            @PathParam("account") UUID account,
            @QueryParam("tenant") String tenant,
            @QueryParam("count") int count,
            List<Slot> slots);

    @DELETE
    @Path("/slots/{account}")
    Uni<Void> deleteSlots(@PathParam("account") UUID account, @QueryParam("tenant") String tenant);
}
