package io.cliprelay.gateway.idempotency;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.kit.problem.ProblemException;

/** Where callers that lost an answer see whether their request got through. */
@Path("/v1/idempotency-keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeyUseResource {

    private static final String USES = """
            select 'POST /v1/clips' as operation, 202 as status, '/v1/clips/' || clip_id as location, clip_id, answered_at
            from submission where tenant = $1 and origin = $2 and key = $3 and accepted
            union all
            select operation, status, location, clip_id, answered_at
            from answered_request where tenant = $1 and origin = $2 and key = $3
            """;

    private final Pool pool;
    private final Caller caller;

    KeyUseResource(Pool pool, Caller caller) {
        this.pool = pool;
        this.caller = caller;
    }

    @GET
    @Path("/{key}")
    @Needs({Scope.READ, Scope.SUBMIT})
    @Operation(
            operationId = "getIdempotencyKey",
            summary = "What was done with an idempotency key, and when",
            description =
                    "Answers themselves are got by sending the request again. The rows of a batch have keys of their"
                            + " own: where they bring none, the batch's key with # and the row's number behind it, such as"
                            + " monday%231.")
    @APIResponse(responseCode = "200", description = "The requests that succeeded with it")
    @APIResponse(responseCode = "404", description = "None of yours did")
    public Uni<KeyUses> uses(@PathParam("key") String key) {
        if (key.indexOf('\0') >= 0) {
            throw new ProblemException(IdempotencyProblems.keyUnknown(key));
        }
        return pool.preparedQuery(USES)
                .execute(Tuple.of(caller.tenant(), Call.origin(caller.testing()), key))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(KeyUseResource::use)
                        .toList())
                .map(uses -> found(key, uses));
    }

    private static KeyUses found(String key, List<KeyUses.Use> uses) {
        if (uses.isEmpty()) {
            throw new ProblemException(IdempotencyProblems.keyUnknown(key));
        }
        return new KeyUses(key, uses);
    }

    private static KeyUses.Use use(Row row) {
        OffsetDateTime answeredAt = row.getOffsetDateTime("answered_at");
        return new KeyUses.Use(
                row.getString("operation"),
                row.getInteger("status"),
                answeredAt.toInstant(),
                Optional.ofNullable(row.getString("location")),
                Optional.ofNullable(row.getUUID("clip_id")));
    }
}
