package io.cliprelay.gateway.live;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.clip.ClipProblems;
import io.cliprelay.gateway.clip.Clips;
import io.cliprelay.kit.problem.ProblemResponses;

/** Ends a request for a stream about a clip that its caller does not have. */
class ExistingClipFilter {

    private final Clips clips;
    private final Caller caller;

    ExistingClipFilter(Clips clips, Caller caller) {
        this.clips = clips;
        this.caller = caller;
    }

    /** After the caller is known. */
    @OfExistingClip
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public Uni<Response> check(ContainerRequestContext request) {
        String id = request.getUriInfo().getPathParameters().getFirst("id");
        return clips.find(caller.tenant(), ClipProblems.clipId(id))
                .map(found -> found.isPresent() ? null : ProblemResponses.response(ClipProblems.noSuchClip(id)));
    }
}
