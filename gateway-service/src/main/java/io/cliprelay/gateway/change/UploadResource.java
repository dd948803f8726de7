package io.cliprelay.gateway.change;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.access.TestGuard;
import io.cliprelay.gateway.schedule.AttemptList;
import io.cliprelay.gateway.schedule.Explanation;
import io.cliprelay.gateway.schedule.Scheduler;
import io.cliprelay.gateway.status.UploadProblems;
import io.cliprelay.gateway.status.UploadRow;
import io.cliprelay.gateway.status.UploadView;
import io.cliprelay.gateway.status.Uploads;

/** Shows single uploads, and has failed ones tried again. */
@Path("/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {

    private final Uploads uploads;
    private final Scheduler scheduler;
    private final Posted posted;
    private final Caller caller;

    UploadResource(Uploads uploads, Scheduler scheduler, Posted posted, Caller caller) {
        this.uploads = uploads;
        this.scheduler = scheduler;
        this.posted = posted;
        this.caller = caller;
    }

    @GET
    @Needs(Scope.READ)
    @Path("/{id}")
    @Operation(operationId = "getUpload", summary = "An upload, and what became of it")
    @APIResponse(
            responseCode = "200",
            description = "The upload",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    @APIResponse(responseCode = "404", description = "No such upload of yours")
    public Uni<UploadView> upload(@PathParam("id") String id) {
        return mine(id).map(row -> UploadView.of(row.upload()));
    }

    @GET
    @Needs(Scope.READ)
    @Path("/{id}/explanation")
    @Operation(
            operationId = "explainUpload",
            summary = "Why an upload is not out yet",
            description = "What it waits for, since when, until when, and what would change it.")
    @APIResponse(
            responseCode = "200",
            description = "The explanation",
            content = @Content(schema = @Schema(implementation = Explanation.class)))
    @APIResponse(responseCode = "404", description = "No such upload of yours")
    @APIResponse(responseCode = "503", description = "The scheduler is away; send it again in a moment")
    public Uni<Explanation> explanation(@PathParam("id") String id) {
        return mine(id).chain(row -> scheduler.explanation(row.upload().id()));
    }

    @GET
    @Needs(Scope.READ)
    @Path("/{id}/attempts")
    @Operation(operationId = "listAttempts", summary = "What was tried so far")
    @APIResponse(
            responseCode = "200",
            description = "The attempts, the first first",
            content = @Content(schema = @Schema(implementation = AttemptList.class)))
    @APIResponse(responseCode = "404", description = "No such upload of yours")
    @APIResponse(responseCode = "503", description = "The scheduler is away; send it again in a moment")
    public Uni<AttemptList> attempts(@PathParam("id") String id) {
        return mine(id).chain(row -> scheduler.attempts(row.upload().id()));
    }

    @POST
    @Needs(value = Scope.SUBMIT, test = TestGuard.SANDBOX_UPLOAD)
    @Path("/{id}/retry")
    @Operation(
            operationId = "retryUpload",
            summary = "Try a failed upload again",
            description = "Only what is proved not published is sent again, as a new attempt. What is on its way"
                    + " already is left as it is.")
    @APIResponse(
            responseCode = "200",
            description = "It goes out again, or is on its way already",
            content = @Content(schema = @Schema(implementation = ChangeResult.class)))
    @APIResponse(responseCode = "404", description = "No such upload of yours")
    @APIResponse(responseCode = "409", description = "It did not fail, or may be published")
    @APIResponse(responseCode = "503", description = "The scheduler is away; send it again in a moment")
    public Uni<Response> retry(@PathParam("id") String id) {
        return mine(id).chain(row -> posted.make(
                caller.tenant(), row.clipId(), new Change.Retry(row.upload().id())));
    }

    private Uni<UploadRow> mine(String id) {
        return uploads.find(caller.tenant(), UploadProblems.uploadId(id));
    }
}
