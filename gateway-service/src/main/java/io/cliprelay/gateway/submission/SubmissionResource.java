package io.cliprelay.gateway.submission;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.access.TestGuard;
import io.cliprelay.gateway.clip.ClipView;
import io.cliprelay.gateway.submission.preview.Preview;
import io.cliprelay.kit.problem.ProblemException;
import io.cliprelay.kit.problem.ProblemResponses;

/** The door for clips. */
@Path("/v1/clips")
public class SubmissionResource {

    private final Submissions submissions;
    private final DryRun dryRun;
    private final Caller caller;

    SubmissionResource(Submissions submissions, DryRun dryRun, Caller caller) {
        this.submissions = submissions;
        this.dryRun = dryRun;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(value = Scope.SUBMIT, test = TestGuard.WITHIN)
    @Operation(operationId = "submitClip", summary = "Hand in a clip")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ClipSubmission.class)))
    @APIResponse(
            responseCode = "200",
            description = "What would become of it, where dryRun is true; nothing is stored",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    @APIResponse(
            responseCode = "202",
            description = "Stored; it will be published, or you will be told why not",
            headers = {
                @Header(name = "Location", description = "Where to see what becomes of it"),
                @Header(name = "Idempotent-Replayed", description = "true where the key was answered before")
            },
            content = @Content(schema = @Schema(implementation = ClipView.class)))
    @APIResponse(responseCode = "400", description = "No JSON, an unknown field, or no key")
    @APIResponse(responseCode = "409", description = "The same key is being worked on")
    @APIResponse(responseCode = "413", description = "The body is too large")
    @APIResponse(responseCode = "415", description = "The body is not declared as JSON")
    @APIResponse(
            responseCode = "422",
            description = "Fields that are wrong, all of them; or the key was used for another clip")
    public Uni<Response> submit(
            @Parameter(
                            description =
                                    "Names the clip: the same key with the same body gets the same answer, and one"
                                            + " clip. Needed unless dryRun is true.",
                            schema = @Schema(minLength = 1, maxLength = SubmissionKey.LONGEST))
                    @HeaderParam(SubmissionKey.HEADER)
                    String key,
            @Parameter(
                            description =
                                    "true to be told what would become of the clip, with 200; nothing is stored then",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    String dryRun,
            String body)
            throws JsonProcessingException {
        ClipSubmission clip = SubmissionReader.read(body);
        return switch (dryRun) {
            case "true" -> preview(submission(Objects.requireNonNullElse(key, ""), clip));
            case "false" -> take(submission(SubmissionKey.usable(Optional.ofNullable(key)), clip));
            default -> throw new ProblemException(SubmissionProblems.dryRunUnclear(dryRun));
        };
    }

    private Submission submission(String key, ClipSubmission clip) {
        return Submission.byHttp(caller.tenant(), caller.testing(), key, clip);
    }

    private Uni<Response> take(Submission submission) {
        return submissions.submit(submission, new Telling.Nobody()).map(SubmissionResource::response);
    }

    private Uni<Response> preview(Submission submission) {
        return dryRun.of(submission).map(preview -> Response.ok(preview).build());
    }

    private static Response response(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> accepted(accepted);
            case Answer.Rejected rejected -> ProblemResponses.response(rejected.problem());
            case Answer.InFlight inFlight ->
                Response.fromResponse(ProblemResponses.response(SubmissionProblems.inFlight()))
                        .header(HttpHeaders.RETRY_AFTER, 1)
                        .build();
        };
    }

    private static Response accepted(Answer.Accepted accepted) {
        Response.ResponseBuilder response = Response.accepted(accepted.clip())
                .location(URI.create("/v1/clips/" + accepted.clip().id()));
        return accepted.repeated()
                ? response.header("Idempotent-Replayed", true).build()
                : response.build();
    }
}
