package io.cliprelay.gateway.analytics;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.kit.problem.ProblemException;
import io.cliprelay.kit.problem.ProblemResponses;

/** Passes questions about numbers on. */
@Path("/v1/analytics")
@Produces(MediaType.APPLICATION_JSON)
public class AnalyticsResource {

    private static final Logger LOG = Logger.getLogger(AnalyticsResource.class);

    private final AnalyticsClient analytics;
    private final Caller caller;

    AnalyticsResource(@RestClient AnalyticsClient analytics, Caller caller) {
        this.analytics = analytics;
        this.caller = caller;
    }

    @GET
    @Path("/summary")
    @Needs(Scope.READ)
    @Operation(operationId = "summary", summary = "What became of your uploads, in numbers")
    @APIResponse(responseCode = "200", description = "Totals, and the same by platform")
    @APIResponse(
            responseCode = "503",
            description = "The analytics service is away",
            content =
                    @Content(
                            mediaType = ProblemResponses.PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    public Uni<Summary> summary() {
        return analytics
                .summary(caller.tenant())
                .onFailure()
                .invoke(failure -> LOG.warnf("The analytics service gave no summary: %s", failure))
                .onFailure()
                .transform(failure -> new ProblemException(away()));
    }

    private static Problem away() {
        return Problem.of(
                503,
                "analytics.unavailable",
                ProblemCategory.TRANSIENT,
                "The numbers are not available",
                "The analytics service gave no answer; clips are published all the same. Ask again in a moment.",
                List.of());
    }
}
