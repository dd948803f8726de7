package io.cliprelay.gateway.live;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Tells what happens to a clip, as it does. */
@Path("/v1/clips/{id}/events")
public class ClipEventsResource {

    private final Opening opening;

    ClipEventsResource(Opening opening) {
        this.opening = opening;
    }

    @GET
    @EventStream
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Needs(Scope.READ)
    @Operation(
            operationId = "watchClip",
            summary = "What happens to a clip, as it does",
            description =
                    "Server-sent events. First `snapshot`, the clip as it is; then `upload` and `clip` for each thing"
                            + " that happens, once and in order, with the JSON that webhooks are sent; beside them `progress` while"
                            + " bytes flow, with bytes, rate and seconds left. Ends after the clip's end (`clip.published`,"
                            + " `clip.failed`, `clip.cancelled`, `clip.partly-published`). With `Last-Event-ID` there is no"
                            + " snapshot but all that happened since that event, which may be 30 days old. A comment every ten"
                            + " seconds shows that the line stands. An event `closed` says why the gateway ended the stream.")
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
    @APIResponse(responseCode = "404", description = "No such clip of yours")
    @APIResponse(responseCode = "410", description = "There is no such event of the clip, or not any more")
    public Multi<OutboundSseEvent> events(
            @PathParam("id") String id, @Context Sse sse, @Context HttpServerRequest request) {
        return opening.open(sse, request);
    }
}
