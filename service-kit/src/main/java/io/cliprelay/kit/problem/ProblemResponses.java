package io.cliprelay.kit.problem;

import java.time.Duration;
import java.util.List;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.consume.Outage;
import io.cliprelay.kit.telemetry.TraceContext;

/** Turns whatever ends a request into a problem, so that no caller ever gets a bare status or a stack trace. */
public class ProblemResponses {

    /** The media type of RFC 9457. */
    public static final String PROBLEM_JSON = "application/problem+json";

    /** A database that restarts or fails over is back within seconds. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final Problem DATABASE_AWAY = Problem.of(
            503,
            "service.database-away",
            ProblemCategory.TRANSIENT,
            "The service cannot reach its database",
            "The database did not answer. Send the same request again in a few seconds, with the same Idempotency-Key if it"
                    + " has one; if it stays so, tell the operator to look at the database.",
            List.of());

    private static final Logger LOG = Logger.getLogger(ProblemResponses.class);

    @ServerExceptionMapper
    public Response problem(ProblemException ended) {
        return response(ended.problem());
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException unreadable) {
        return response(UnreadableJson.problem(unreadable));
    }

    /** The framework has a mapper of its own for this one; ours must be as specific to come first. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatched) {
        return unreadable(mismatched);
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refused) {
        // JAX-RS wraps what its body readers throw.
        return refused.getCause() instanceof JsonProcessingException unreadable
                ? unreadable(unreadable)
                : response(StatusProblems.of(refused.getResponse().getStatus(), refused.getMessage()));
    }

    @ServerExceptionMapper
    public Response broken(Throwable broken) {
        return Outage.causes(broken) ? away(broken) : faulty(broken);
    }

    /** No stack trace: an outage would fill the log with the same one. */
    private static Response away(Throwable outage) {
        LOG.warnf("A request failed while the database is away: %s", outage);
        return Response.fromResponse(response(DATABASE_AWAY))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER.toSeconds())
                .build();
    }

    private static Response faulty(Throwable broken) {
        LOG.error("A request failed", broken);
        return response(Problem.of(
                500,
                "internal",
                ProblemCategory.INTERNAL,
                "Something went wrong on our side",
                "The request failed for a reason of ours; send it again, and tell the operator the trace id if it stays so.",
                List.of()));
    }

    /** The response that carries {@code problem}, with the current trace's id. */
    public static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .entity(problem.tracedBy(TraceContext.currentTraceId()))
                .build();
    }
}
