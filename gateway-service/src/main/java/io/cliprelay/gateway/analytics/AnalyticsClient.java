package io.cliprelay.gateway.analytics;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The analytics service. */
@RegisterRestClient(configKey = "analytics")
@Path("/analytics")
@ClientHeaderParam(name = "Accept", value = "*/*")
interface AnalyticsClient {

    /** Its answer as it is, of whichever status. */
    @GET
    @Path("/{report}")
    Uni<Response> ask(
            @PathParam("report") String report, @QueryParam("tenant") String tenant, @BeanParam Question question);

    /** Begins to make the numbers of all tenants anew. */
    @POST
    @Path("/rebuild")
    Uni<Response> rebuild();

    /** How far the latest rebuild is. */
    @GET
    @Path("/rebuild")
    Uni<Response> latestRebuild();
}
