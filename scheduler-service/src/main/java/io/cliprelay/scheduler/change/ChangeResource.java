package io.cliprelay.scheduler.change;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.UnreadableEventException;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemException;

/** Where the gateway asks for changes and gets to know what they came to. */
@Path("/clip-changes")
public class ChangeResource {

    private static final EventTypes<ClipEvent> TYPES = EventTypes.of(ClipEvent.class);

    private final ClipChanges changes;
    private final InstantSource clock;

    ChangeResource(ClipChanges changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Makes a change: the same that is told on {@code clip-events} afterwards, under the same id.
     *
     * @param id the event's id
     * @param type the event's type
     * @param tenant whose clip it is
     * @param body the event's data
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ChangeAnswer> change(
            @QueryParam("id") String id,
            @QueryParam("type") String type,
            @QueryParam("tenant") String tenant,
            String body) {
        if (id == null || type == null || tenant == null) {
            throw unreadable("id, type and tenant are needed");
        }
        ClipEvent data = read(type, body);
        String clip = data.clipId().toString();
        return changes.make(
                new EventEnvelope<>(id, "/cliprelay/gateway", clip, tenant, clock.instant(), Optional.empty(), data));
    }

    private static ClipEvent read(String type, String body) {
        try {
            return EventJson.decode(
                    body, TYPES.find(type).orElseThrow(() -> unreadable("no such type of change: " + type)));
        } catch (UnreadableEventException wrong) {
            throw unreadable(wrong.getMessage());
        }
    }

    private static ProblemException unreadable(String why) {
        return new ProblemException(Problem.of(
                400,
                "change.unreadable",
                ProblemCategory.INVALID_INPUT,
                "This is no change of a clip",
                why,
                List.of()));
    }
}
