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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.clip.ClipProblems;
import io.cliprelay.kit.problem.ProblemResponses;

/** Shows a clip's uploads as they move. */
@Path("/v1/clips/{id}/events")
public class LiveResource {

    private final ClipStream stream;
    private final Caller caller;

    LiveResource(ClipStream stream, Caller caller) {
        this.stream = stream;
        this.caller = caller;
    }

    @GET
    @OfExistingClip
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Needs(Scope.READ)
    @Operation(
            operationId = "watchClip",
            summary = "A clip's uploads as they move",
            description = "First an event `upload` for each upload as it is, then `upload` on each change and"
                    + " `progress` while bytes flow; ends when no upload can change any more.")
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
    @APIResponse(
            responseCode = "404",
            description = "No such clip of yours",
            content =
                    @Content(
                            mediaType = ProblemResponses.PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    public Multi<OutboundSseEvent> events(@PathParam("id") String id, @Context Sse sse) {
        return stream.of(caller.tenant(), ClipProblems.clipId(id)).map(moment -> event(sse, moment));
    }

    private static OutboundSseEvent event(Sse sse, Moment moment) {
        return switch (moment) {
            case Moment.Changed changed -> json(sse, "upload", changed.upload());
            case Moment.Progressed progressed -> json(sse, "progress", progressed.progress());
            case Moment.Alive alive -> sse.newEventBuilder().comment("alive").build();
        };
    }

    private static OutboundSseEvent json(Sse sse, String name, Object data) {
        return sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(data)
                .build();
    }
}
