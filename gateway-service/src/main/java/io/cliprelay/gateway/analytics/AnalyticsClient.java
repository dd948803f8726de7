package io.cliprelay.gateway.analytics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The analytics service. */
@RegisterRestClient(configKey = "analytics")
@Path("/analytics")
interface AnalyticsClient {

    @GET
    @Path("/summary")
    Uni<Summary> summary(@QueryParam("tenant") String tenant);
}
