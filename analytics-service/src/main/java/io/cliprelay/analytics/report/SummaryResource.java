package io.cliprelay.analytics.report;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestQuery;

import io.cliprelay.analytics.tally.Summary;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemException;

/** Asked by the gateway, which knows whose numbers its caller may see. */
@Path("/analytics")
@Produces(MediaType.APPLICATION_JSON)
public class SummaryResource {

    private final Summaries summaries;

    SummaryResource(Summaries summaries) {
        this.summaries = summaries;
    }

    /** The summary of one tenant. */
    @GET
    @Path("/summary")
    public Uni<Summary> summary(@RestQuery String tenant) {
        return tenant == null || tenant.isBlank()
                ? Uni.createFrom().failure(new ProblemException(tenantMissing()))
                : summaries.of(tenant);
    }

    private static Problem tenantMissing() {
        return Problem.of(
                400,
                "tenant.missing",
                ProblemCategory.INVALID_INPUT,
                "Whose numbers?",
                "The query parameter tenant is missing.",
                List.of(new FieldError("/tenant", "field.missing", "It is empty.", "Name the tenant: ?tenant=acme")));
    }
}
