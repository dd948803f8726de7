package io.cliprelay.gateway.schedule;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.gateway.status.UploadProblems;
import io.cliprelay.kit.problem.ProblemException;

/** What the gateway asks the scheduler. A scheduler that is away is a problem that passes. */
@ApplicationScoped
public class Scheduler {

    private static final Logger LOG = Logger.getLogger(Scheduler.class);

    private final SchedulerClient client;

    Scheduler(@RestClient SchedulerClient client) {
        this.client = client;
    }

    /** Has a change made that the event tells of; it is made when this completes. */
    public Uni<ChangeAnswer> change(EventEnvelope<?> event) {
        return orAway(client.change(event.id(), event.type(), event.tenant(), EventJson.encode(event.data())));
    }

    /** Why the upload stands where it stands; a problem with status 404 where the scheduler knows nothing of it. */
    public Uni<Explanation> explanation(UUID upload) {
        return orAway(client.explanation(upload)
                .onFailure(Scheduler::isNotFound)
                .transform(unknown -> new ProblemException(UploadProblems.notPlanned(upload.toString()))));
    }

    /** What was tried so far. */
    public Uni<AttemptList> attempts(UUID upload) {
        return orAway(client.attempts(upload));
    }

    /** The same answer, or the problem that the scheduler is away where it gives none. */
    static <T> Uni<T> orAway(Uni<T> answer) {
        return answer.onFailure(failure -> !(failure instanceof ProblemException))
                .invoke(failure -> LOG.warnf("The scheduler gave no answer: %s", failure))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> new ProblemException(away()));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == 404;
    }

    private static Problem away() {
        return Problem.of(
                503,
                "scheduler.unavailable",
                ProblemCategory.TRANSIENT,
                "The scheduler gives no answer",
                "It is not known whether anything was changed; what is planned goes out all the same. Send the request again in a moment: twice does no harm.",
                List.of());
    }
}
