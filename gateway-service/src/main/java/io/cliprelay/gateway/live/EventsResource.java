package io.cliprelay.gateway.live;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;

/** Tells what happens to all clips of a tenant, as it does. */
@Path("/v1/events")
public class EventsResource {

    private final Opening opening;

    EventsResource(Opening opening) {
        this.opening = opening;
    }

    @GET
    @EventStream
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Needs(Scope.READ)
    @Operation(
            operationId = "watchEvents",
            summary = "What happens to all your clips, as it does",
            description =
                    "As the events of one clip, without an end. First `ready`, with the id of the last event before;"
                            + " then all that happens from now on, or since the event in `Last-Event-ID`.")
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "The id of the last event that you have",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
    @APIResponse(responseCode = "400", description = "Last-Event-ID is no id of an event")
    @APIResponse(responseCode = "410", description = "There is no such event of yours, or not any more")
    public Multi<OutboundSseEvent> events(@Context Sse sse, @Context HttpServerRequest request) {
        return opening.open(sse, request);
    }
}
