package io.cliprelay.gateway.clip;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.kit.problem.ProblemException;

/** Shows clips. */
@Path("/v1/clips")
@Produces(MediaType.APPLICATION_JSON)
public class ClipResource {

    private static final int LARGEST_PAGE = 100;

    private final Clips clips;
    private final Caller caller;

    ClipResource(Clips clips, Caller caller) {
        this.clips = clips;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Needs(Scope.READ)
    @Operation(operationId = "getClip", summary = "A clip and what became of its uploads")
    @APIResponse(
            responseCode = "200",
            description = "The clip",
            headers = @Header(name = "ETag", description = "Which changes of yours it shows; needed to change it"),
            content = @Content(schema = @Schema(implementation = ClipView.class)))
    @APIResponse(responseCode = "404", description = "No such clip of yours")
    public Uni<RestResponse<ClipView>> clip(@PathParam("id") String id) {
        return clips.find(caller.tenant(), ClipProblems.clipId(id))
                .map(found -> found.orElseThrow(() -> new ProblemException(ClipProblems.noSuchClip(id))))
                .map(ETags::tagged);
    }

    @GET
    @Needs(Scope.READ)
    @Operation(operationId = "listClips", summary = "Your clips, newest first")
    @APIResponse(responseCode = "200", description = "A page of clips")
    @APIResponse(responseCode = "400", description = "No such page")
    public Uni<ClipPage> clips(
            @Parameter(
                            description = "How many, from 1 to 100",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
                    @QueryParam("limit")
                    @DefaultValue("20")
                    String limit,
            @Parameter(description = "The nextCursor of the page before") @QueryParam("cursor")
                    Optional<String> cursor) {
        return clips.page(caller.tenant(), cursor.map(ClipResource::before), size(limit));
    }

    private static int size(String limit) {
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= LARGEST_PAGE) {
                return size;
            }
        } catch (NumberFormatException noNumber) {
            throw invalid("limit.invalid", "limit is \"%s\"; send a number from 1 to 100.".formatted(limit));
        }
        throw invalid("limit.invalid", "limit is %s; send a number from 1 to 100.".formatted(limit));
    }

    private static UUID before(String cursor) {
        return ClipProblems.uuid(cursor)
                .orElseThrow(() -> invalid("cursor.invalid", "Send the nextCursor of a page, as it came."));
    }

    private static ProblemException invalid(String code, String detail) {
        return new ProblemException(
                Problem.of(400, code, ProblemCategory.INVALID_INPUT, "There is no such page", detail, List.of()));
    }
}
