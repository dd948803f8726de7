package io.cliprelay.gateway.live;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.clip.ClipProblems;
import io.cliprelay.gateway.clip.Clips;
import io.cliprelay.gateway.event.ClipEnd;
import io.cliprelay.kit.problem.ProblemException;
import io.cliprelay.kit.problem.ProblemResponses;

/** Finds out where a stream begins; ends the request where there is no such clip of the caller's, or no such event. */
class StartFilter {

    private static final String LAST_EVENT = "Last-Event-ID";
    private static final Pattern ID = Pattern.compile("msg_[0-9A-Za-z-]{1,64}");

    private final Lines lines;
    private final StoredEvents stored;
    private final ClipSnapshots snapshots;
    private final Clips clips;
    private final Caller caller;
    private final Start start;

    StartFilter(Lines lines, StoredEvents stored, ClipSnapshots snapshots, Clips clips, Caller caller, Start start) {
        this.lines = lines;
        this.stored = stored;
        this.snapshots = snapshots;
        this.clips = clips;
        this.caller = caller;
        this.start = start;
    }

    /** After the caller is known. */
    @EventStream
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public Uni<Response> check(ContainerRequestContext request) {
        if (lines.isFull()) {
            return Uni.createFrom().item(ProblemResponses.response(LiveProblems.tooManyStreams()));
        }
        Audience audience = new Audience(
                caller.tenant(),
                Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("id"))
                        .map(ClipProblems::clipId));
        // An empty one is what a reader sends that has none: the standard's initial value.
        return Optional.ofNullable(request.getHeaderString(LAST_EVENT))
                .filter(id -> !id.isEmpty())
                .map(id -> resumed(audience, id))
                .orElseGet(() -> anew(audience))
                .invoke(beginning -> start.is(audience, beginning))
                .<Response>map(beginning -> null)
                .onFailure(ProblemException.class)
                .recoverWithItem(refused -> ProblemResponses.response(refused.problem()));
    }

    private Uni<Beginning> anew(Audience audience) {
        return audience.clip()
                .map(clip -> snapshots
                        .of(audience.tenant(), clip)
                        .map(found -> found.orElseThrow(() -> new ProblemException(noSuchClip(clip)))))
                .orElseGet(() -> stored.now(audience.tenant()));
    }

    private Uni<Beginning> resumed(Audience audience, String id) {
        if (!ID.matcher(id).matches()) {
            return Uni.createFrom().failure(new ProblemException(LiveProblems.noEventId(id)));
        }
        return stored.find(audience, id).chain(found -> found.map(event ->
                        Beginning.after(event.position(), audience.clip().isPresent() && ClipEnd.isTold(event.type())))
                .map(beginning -> Uni.createFrom().item(beginning))
                .orElseGet(() -> refused(audience, id)));
    }

    private Uni<Beginning> refused(Audience audience, String id) {
        Uni<Optional<Problem>> missing = audience.clip()
                .map(clip -> clips.find(audience.tenant(), clip)
                        .map(found -> found.isPresent() ? Optional.<Problem>empty() : Optional.of(noSuchClip(clip))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        return missing.chain(problem ->
                Uni.createFrom().failure(new ProblemException(problem.orElseGet(() -> LiveProblems.eventGone(id)))));
    }

    private static Problem noSuchClip(UUID clip) {
        return ClipProblems.noSuchClip(clip.toString());
    }
}
