package io.cliprelay.scheduler.job;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemException;

/** Shows operators what the scheduler means to do with an upload. */
@Path("/jobs")
public class JobResource {

    private final JobStore jobs;
    private final Pool pool;

    JobResource(JobStore jobs, Pool pool) {
        this.jobs = jobs;
        this.pool = pool;
    }

    /** The upload's job; a problem with status 404 where there is none. */
    @GET
    @Path("/{uploadId}")
    public Uni<JobView> job(UUID uploadId) {
        return jobs.find(pool, uploadId)
                .map(found -> found.map(JobView::of).orElseThrow(() -> new ProblemException(unknown(uploadId))));
    }

    /** There is no job of the upload. */
    public static Problem unknown(UUID uploadId) {
        return Problem.of(
                404,
                "job.not-found",
                ProblemCategory.NOT_FOUND,
                "No such job",
                "The scheduler has no job for upload " + uploadId
                        + "; a clip's uploads reach it moments after their submission.",
                List.of());
    }
}
