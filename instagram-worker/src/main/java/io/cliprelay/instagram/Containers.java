package io.cliprelay.instagram;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.wire.ContainerState;
import io.cliprelay.instagram.wire.CreatedContainer;
import io.cliprelay.worker.spi.Opening;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/** Containers: drafts that nobody sees, opened and asked for. */
@ApplicationScoped
class Containers {

    private static final String FIELDS = "id,status,status_code,video_status";

    private final Graph graph;
    private final InstagramConfig config;
    private final InstantSource clock;

    Containers(Graph graph, InstagramConfig config, InstantSource clock) {
        this.graph = graph;
        this.config = config;
        this.clock = clock;
    }

    /** Opens one; one too many is invisible and expires. */
    Uni<Opening> open(UploadRequest request, Map<String, String> order) {
        // Before the call: what comes of the container cannot be older.
        Instant openedAt = clock.instant();
        return graph.write(request, Graph.account(request) + "/media", order, CreatedContainer.class)
                .map(created -> opening(created, order.containsKey("video_url"), openedAt));
    }

    private Opening opening(CreatedContainer created, boolean fetched, Instant openedAt) {
        if (created.id() == null || !fetched && created.uri() == null) {
            throw noContainer();
        }
        return fetched
                ? Opening.fetching(new RemoteHandle(new Ticket(created.id(), Optional.empty()).text(), openedAt))
                : Opening.waiting(new RemoteHandle(waiting(created).text(), openedAt));
    }

    private Ticket waiting(CreatedContainer created) {
        return new Ticket(created.id(), Optional.of(UploadHosts.checked(created.uri(), config.uploadHosts())));
    }

    /** A container that cannot be read may be a published one: it is gone only where nobody has tried to publish it. */
    Uni<SessionStatus> status(UploadRequest request, RemoteHandle handle) {
        return graph.read(request, Ticket.of(handle).container(), FIELDS, ContainerState.class)
                .map(state -> ContainerStatus.of(state, handle, request.totalBytes(), clock.instant()))
                .onFailure(failure -> isUnknown(failure) && !request.mayBePublished())
                .recoverWithItem(new SessionStatus.Gone());
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof UploadException told
                && told.failure().reason().code().equals(GraphErrors.UNKNOWN_OBJECT);
    }

    private static UploadException noContainer() {
        return UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason(
                "instagram.no-container",
                "Instagram opened a container and named neither it nor where its bytes go",
                "Nothing to do: it is tried again.")));
    }
}
