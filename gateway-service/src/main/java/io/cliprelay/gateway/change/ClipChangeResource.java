package io.cliprelay.gateway.change;

import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.access.TestGuard;
import io.cliprelay.gateway.clip.ClipProblems;
import io.cliprelay.gateway.clip.ClipView;
import io.cliprelay.gateway.clip.Clips;
import io.cliprelay.gateway.clip.ETags;
import io.cliprelay.kit.problem.ProblemException;

/** Changes clips that were handed in. */
@Path("/v1/clips")
@Produces(MediaType.APPLICATION_JSON)
public class ClipChangeResource {

    static final String MERGE_PATCH = "application/merge-patch+json";

    private final ClipChanges changes;
    private final ClipRevisions revisions;
    private final Clips clips;
    private final Caller caller;
    private final Posted posted;

    ClipChangeResource(ClipChanges changes, ClipRevisions revisions, Clips clips, Caller caller, Posted posted) {
        this.changes = changes;
        this.revisions = revisions;
        this.clips = clips;
        this.caller = caller;
        this.posted = posted;
    }

    @PATCH
    @Needs(value = Scope.SUBMIT, test = TestGuard.SANDBOX_CLIP)
    @Path("/{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeClip",
            summary = "Give a clip another time or other words",
            description = "A JSON merge patch (RFC 7396) of what was submitted: title, description, tags, privacy,"
                    + " schedule. All uploads are changed, or none: once one is out, or was tried, it is too late.")
    @APIResponse(
            responseCode = "200",
            description = "The clip as it is now",
            headers = @Header(name = "ETag", description = "To change it further"),
            content = @Content(schema = @Schema(implementation = ClipView.class)))
    @APIResponse(responseCode = "400", description = "No JSON, or not of the right types")
    @APIResponse(responseCode = "404", description = "No such clip of yours")
    @APIResponse(responseCode = "409", description = "None of it can be changed any more; each upload says why")
    @APIResponse(responseCode = "412", description = "It was changed since you looked")
    @APIResponse(
            responseCode = "422",
            description = "What it would be cannot be published, or cannot be changed: all fields that are wrong")
    @APIResponse(responseCode = "428", description = "There is no If-Match")
    @APIResponse(responseCode = "503", description = "The scheduler is away; send it again in a moment")
    public Uni<RestResponse<ClipView>> change(
            @PathParam("id") String id,
            @Parameter(required = true, description = "The ETag of the clip as you saw it")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    Optional<String> ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MERGE_PATCH,
                                            schema = @Schema(implementation = ClipPatchBody.class)))
                    String body)
            throws JsonProcessingException {
        return revisions
                .patch(caller.tenant(), ClipProblems.clipId(id), ClipPatch.read(body), ifMatch)
                .chain(changed -> clips.find(caller.tenant(), changed.clipId()))
                .map(clip -> ETags.tagged(clip.orElseThrow(() -> new ProblemException(ClipProblems.noSuchClip(id)))));
    }

    @DELETE
    @Needs(value = Scope.SUBMIT, test = TestGuard.SANDBOX_CLIP)
    @Path("/{id}")
    @Operation(
            operationId = "cancelClip",
            summary = "Cancel a clip",
            description = "What is not out yet never goes out: once this is answered, it is so. What is out already"
                    + " goes on, and the answer says so for each upload. Cancelling twice is cancelling once.")
    @APIResponse(
            responseCode = "200",
            description = "What it came to, upload by upload; at least one is cancelled",
            content = @Content(schema = @Schema(implementation = ChangeResult.class)))
    @APIResponse(responseCode = "404", description = "No such clip of yours")
    @APIResponse(responseCode = "409", description = "None of it can be changed any more; each upload says why")
    @APIResponse(responseCode = "503", description = "The scheduler is away; send it again in a moment")
    public Uni<ChangeResult> cancel(@PathParam("id") String id) {
        return make(id, new Change.Cancel());
    }

    @POST
    @Needs(value = Scope.SUBMIT, test = TestGuard.SANDBOX_CLIP)
    @Path("/{id}/pause")
    @Operation(
            operationId = "pauseClip",
            summary = "Have a clip wait",
            description = "What is not out yet waits until the clip is resumed, also where its time passes.")
    @APIResponse(
            responseCode = "200",
            description = "What it came to, upload by upload; at least one waits",
            content = @Content(schema = @Schema(implementation = ChangeResult.class)))
    @APIResponse(responseCode = "404", description = "No such clip of yours")
    @APIResponse(responseCode = "409", description = "None of it can be changed any more; each upload says why")
    @APIResponse(responseCode = "503", description = "The scheduler is away; send it again in a moment")
    public Uni<Response> pause(@PathParam("id") String id) {
        return posted.make(caller.tenant(), ClipProblems.clipId(id), new Change.Pause());
    }

    @POST
    @Needs(value = Scope.SUBMIT, test = TestGuard.SANDBOX_CLIP)
    @Path("/{id}/resume")
    @Operation(
            operationId = "resumeClip",
            summary = "Let a paused clip go out",
            description = "At its time, or at once where that is past.")
    @APIResponse(
            responseCode = "200",
            description = "What it came to, upload by upload",
            content = @Content(schema = @Schema(implementation = ChangeResult.class)))
    @APIResponse(responseCode = "404", description = "No such clip of yours")
    @APIResponse(responseCode = "409", description = "None of it can be changed any more; each upload says why")
    @APIResponse(responseCode = "503", description = "The scheduler is away; send it again in a moment")
    public Uni<Response> resume(@PathParam("id") String id) {
        return posted.make(caller.tenant(), ClipProblems.clipId(id), new Change.Resume());
    }

    private Uni<ChangeResult> make(String id, Change change) {
        return changes.make(caller.tenant(), ClipProblems.clipId(id), change);
    }
}
