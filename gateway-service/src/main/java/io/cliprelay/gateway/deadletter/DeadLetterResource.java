package io.cliprelay.gateway.deadletter;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.idempotency.Done;
import io.cliprelay.gateway.idempotency.Idempotency;
import io.cliprelay.kit.problem.ProblemException;

/** Shows records that were set aside, and sends them again. */
@Path("/v1/dead-letters")
public class DeadLetterResource {

    private static final int MOST = 500;

    private final LetterDesk desk;
    private final Caller caller;
    private final Idempotency idempotency;

    DeadLetterResource(LetterDesk desk, Caller caller, Idempotency idempotency) {
        this.desk = desk;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** A list of letters. */
    @Schema(name = "DeadLetters")
    public record Page(List<DeadLetter> items) {
        public Page {
            items = List.copyOf(items);
        }
    }

    @GET
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "listDeadLetters",
            summary = "Records that nobody could read or handle, newest first",
            description = "Of your tenant; operators see those of all, and those that say not whose they are.")
    @APIResponse(responseCode = "200", description = "The latest of them, without what is in them")
    @APIResponse(responseCode = "400", description = "No such page")
    public Uni<Page> list(
            @Parameter(description = "Only those that were meant for this topic, such as clip-intake")
                    @QueryParam("topic")
                    Optional<String> topic,
            @Parameter(description = "How many, from 1 to 500") @QueryParam("limit") @DefaultValue("100")
                    String limit) {
        return desk.list(caller.tenant(), topic, limit(limit)).map(Page::new);
    }

    @GET
    @Path("/{id}")
    @Needs(Scope.ADMIN)
    @Operation(operationId = "getDeadLetter", summary = "One of them, with all that is in it")
    @APIResponse(responseCode = "200", description = "The record as it came, and why it was set aside")
    @APIResponse(responseCode = "404", description = "No such letter, or not yours")
    public Uni<DeadLetter> show(@PathParam("id") String id) {
        return desk.show(caller.tenant(), id);
    }

    @POST
    @Path("/{id}/replay")
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Have one sent to its topic again",
            description =
                    "First it is looked whether that still makes sense: a command whose upload is published, over or"
                            + " with a worker is not sent. Each is sent once, however often this is asked.")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way, or was before",
            content = @Content(schema = @Schema(implementation = DeadLetter.class)))
    @APIResponse(responseCode = "404", description = "No such letter, or not yours")
    @APIResponse(responseCode = "409", description = "It is not sent, and why")
    public Uni<Response> replay(@PathParam("id") String id) {
        return idempotency.afterwards(
                "", () -> desk.replay(caller.identity(), id).map(DeadLetterResource::done));
    }

    /** What was in the letter is others', and is not kept beside its topic. */
    private static Done done(DeadLetter letter) {
        return new Done(Response.accepted(letter).build(), letter.withoutRecord(), Optional.empty());
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException none) {
            // Told below.
        }
        throw new ProblemException(LetterProblems.noSuchLimit(text, MOST));
    }
}
