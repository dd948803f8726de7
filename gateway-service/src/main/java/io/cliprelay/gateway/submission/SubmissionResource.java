package io.cliprelay.gateway.submission;

import java.net.URI;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.access.TestGuard;
import io.cliprelay.gateway.clip.ClipView;
import io.cliprelay.kit.problem.ProblemException;
import io.cliprelay.kit.problem.ProblemResponses;

/** The door for clips. */
@Path("/v1/clips")
public class SubmissionResource {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final Submissions submissions;
    private final Caller caller;

    SubmissionResource(Submissions submissions, Caller caller) {
        this.submissions = submissions;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(value = Scope.SUBMIT, test = TestGuard.WITHIN)
    @Operation(operationId = "submitClip", summary = "Hand in a clip")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ClipSubmission.class)))
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
                            required = true,
                            description =
                                    "Names the clip: the same key with the same body gets the same answer, and one clip.",
                            schema = @Schema(minLength = 1, maxLength = LONGEST_KEY))
                    @HeaderParam(KEY)
                    String key,
            String body)
            throws JsonProcessingException {
        Submission submission =
                Submission.byHttp(caller.tenant(), caller.testing(), usable(key), SubmissionReader.read(body));
        return submissions.submit(submission, new Telling.Nobody()).map(SubmissionResource::response);
    }

    private static String usable(String key) {
        return Optional.ofNullable(key)
                .filter(text -> !text.isBlank() && text.length() <= LONGEST_KEY)
                .orElseThrow(() -> new ProblemException(SubmissionProblems.keyMissing()));
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
