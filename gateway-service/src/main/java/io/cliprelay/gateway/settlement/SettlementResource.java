package io.cliprelay.gateway.settlement;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.upload.Settlement;
import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.access.TestGuard;
import io.cliprelay.gateway.idempotency.Done;
import io.cliprelay.gateway.idempotency.Idempotency;
import io.cliprelay.gateway.status.UploadProblems;
import io.cliprelay.kit.problem.ProblemException;

/** Takes the word of a person who looked on the platform. */
@Path("/v1/uploads")
public class SettlementResource {

    private static final ObjectMapper STRICT =
            EventJson.mapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Settlements settlements;
    private final Caller caller;
    private final Idempotency idempotency;

    SettlementResource(Settlements settlements, Caller caller, Idempotency idempotency) {
        this.settlements = settlements;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/{id}/settle")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(value = Scope.SUBMIT, test = TestGuard.SANDBOX_UPLOAD)
    @Operation(
            operationId = "settleUpload",
            summary = "Say what became of an unconfirmed upload",
            description = "Where a platform gives no answer, only a person who looks can tell. Published: the upload is"
                    + " PUBLISHED. Not published: it is sent again. It changes a moment after this answer.")
    @APIResponse(responseCode = "202", description = "Taken")
    @APIResponse(responseCode = "404", description = "No such upload of yours")
    @APIResponse(responseCode = "409", description = "It is not unconfirmed")
    @APIResponse(responseCode = "422", description = "It does not say what became of the upload")
    public Uni<Response> settle(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = SettlementRequest.class))) String body) {
        SettlementRequest request = read(body);
        List<FieldError> errors = request.errors();
        if (!errors.isEmpty()) {
            throw new ProblemException(SettlementProblems.invalid(errors));
        }
        UUID upload = UploadProblems.uploadId(id);
        Settlement settlement = request.settlement(caller.tenant());
        return idempotency.inSession(body, () -> settlements
                .settle(caller.tenant(), upload, settlement)
                .map(clip -> Done.about(clip, Response.accepted().build())));
    }

    private static SettlementRequest read(String body) {
        try {
            SettlementRequest request = STRICT.readValue(body, SettlementRequest.class);
            if (request == null) {
                throw new ProblemException(SettlementProblems.unreadable("It is null"));
            }
            return request;
        } catch (JsonProcessingException wrong) {
            throw new ProblemException(SettlementProblems.unreadable(wrong.getOriginalMessage()));
        }
    }
}
