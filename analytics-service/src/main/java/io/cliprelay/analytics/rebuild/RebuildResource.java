package io.cliprelay.analytics.rebuild;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemException;

/** For whoever runs the installation: all tenants' numbers are made anew. The gateway passes it on to administrators. */
@Path("/analytics/rebuild")
@Produces(MediaType.APPLICATION_JSON)
public class RebuildResource {

    private final Rebuild rebuild;
    private final RebuildLog log;

    RebuildResource(Rebuild rebuild, RebuildLog log) {
        this.rebuild = rebuild;
        this.log = log;
    }

    /** Begins one, and answers before it is done. */
    @POST
    public Uni<Response> begin() {
        return rebuild.begin()
                .map(begun -> begun.orElseThrow(() -> new ProblemException(runsAlready())))
                .map(begun -> Response.accepted(begun).build());
    }

    /** How far the latest is. */
    @GET
    public Uni<RebuildState> latest() {
        return log.latest().map(RebuildResource::orNone);
    }

    private static RebuildState orNone(Optional<RebuildState> latest) {
        return latest.orElseThrow(() -> new ProblemException(Problem.of(
                404,
                "rebuild.none",
                ProblemCategory.INVALID_INPUT,
                "There was no rebuild",
                "Nobody has asked for one yet: POST to the same address.",
                List.of())));
    }

    private static Problem runsAlready() {
        return Problem.of(
                409,
                "rebuild.running",
                ProblemCategory.TRANSIENT,
                "A rebuild runs already",
                "Ask how far it is with GET, and begin another when it has ended.",
                List.of());
    }
}
