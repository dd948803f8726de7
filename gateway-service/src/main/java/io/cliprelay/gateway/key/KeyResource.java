package io.cliprelay.gateway.key;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.body.StrictJson;
import io.cliprelay.gateway.idempotency.Done;
import io.cliprelay.gateway.idempotency.Idempotency;
import io.cliprelay.kit.problem.ProblemException;

/** Where callers make and end their keys. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {

    private final Keyring keyring;
    private final Caller caller;
    private final Idempotency idempotency;

    KeyResource(Keyring keyring, Caller caller, Idempotency idempotency) {
        this.keyring = keyring;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** A tenant's keys. */
    public record KeyList(List<ApiKey> items) {
        public KeyList {
            items = List.copyOf(items);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "createKey",
            summary = "Make an API key",
            description =
                    "Its secret is in this answer and nowhere else, nor in the answer to a repeat. A key in test mode reaches accounts of the"
                            + " sandbox only.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = KeyRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The key, with its secret",
            content = @Content(schema = @Schema(implementation = NewKey.class)))
    @APIResponse(responseCode = "400", description = "No JSON, or an unknown field")
    @APIResponse(responseCode = "422", description = "Fields that are wrong, all of them")
    public Uni<Response> create(String body) throws JsonProcessingException {
        KeyRequest request = StrictJson.read(body, KeyRequest.class);
        return idempotency.inSession(
                body, () -> keyring.make(caller.tenant(), request).map(KeyResource::withoutSecretAfterwards));
    }

    @GET
    @Needs(Scope.ADMIN)
    @Operation(operationId = "listKeys", summary = "Your API keys, newest first, without their secrets")
    @APIResponse(responseCode = "200", description = "All keys of yours, ended ones included")
    public Uni<KeyList> keys() {
        return keyring.all(caller.tenant()).map(KeyList::new);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "revokeKey",
            summary = "End an API key",
            description = "It is refused from now on, by all replicas within seconds. Ending it twice is harmless.")
    @APIResponse(responseCode = "204", description = "It holds no more")
    @APIResponse(responseCode = "404", description = "No such key of yours")
    public Uni<Void> revoke(@PathParam("id") String id) {
        return keyring.revoke(caller.tenant(), keyId(id));
    }

    private static Done withoutSecretAfterwards(NewKey made) {
        return Done.once(Response.status(201).entity(made).build(), Map.of("key", made.key()));
    }

    private static UUID keyId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(KeyProblems.noSuchKey(id));
        }
    }
}
