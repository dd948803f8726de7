package io.cliprelay.scheduler.why;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import io.cliprelay.kit.problem.ProblemException;
import io.cliprelay.scheduler.job.JobResource;

/** Says why an upload is not out yet, and what was tried. */
@Path("/jobs")
public class ExplanationResource {

    private final UploadHistory history;

    ExplanationResource(UploadHistory history) {
        this.history = history;
    }

    /** All attempts at an upload. */
    public record Attempts(List<Attempt> items) {
        public Attempts {
            items = List.copyOf(items);
        }
    }

    /** Where the upload stands; a problem with status 404 where there is no job of it. */
    @GET
    @Path("/{uploadId}/explanation")
    public Uni<Explanation> explanation(UUID uploadId) {
        return history.explanation(uploadId)
                .map(found -> found.orElseThrow(() -> new ProblemException(JobResource.unknown(uploadId))));
    }

    /** The attempts at the upload, none before the first. */
    @GET
    @Path("/{uploadId}/attempts")
    public Uni<Attempts> attempts(UUID uploadId) {
        return history.attempts(uploadId).map(Attempts::new);
    }
}
