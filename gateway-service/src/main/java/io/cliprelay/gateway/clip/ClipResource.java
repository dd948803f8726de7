package io.cliprelay.gateway.clip;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.kit.problem.ProblemException;

/** Shows clips. */
@Path("/v1/clips")
@Produces(MediaType.APPLICATION_JSON)
public class ClipResource {

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
    @Operation(
            operationId = "listClips",
            summary = "Your clips, newest first",
            description = "Filters are joined: listed is a clip that has one upload of which all is true. A cursor"
                    + " belongs to the filters of its page.")
    @APIResponse(responseCode = "200", description = "A page of clips")
    @APIResponse(responseCode = "400", description = "No such page")
    public Uni<ClipPage> clips(@BeanParam ClipListParameters wanted) {
        ClipFilter filter = wanted.filter();
        return clips.page(caller.tenant(), filter, wanted.begin(filter), wanted.size());
    }
}
