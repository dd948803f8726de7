package io.cliprelay.gateway.analytics;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.idempotency.Done;
import io.cliprelay.gateway.idempotency.Idempotency;
import io.cliprelay.kit.problem.ProblemException;

/** Passes questions about numbers on, with the caller's tenant, and the answers back as they are. */
@Path("/v1/analytics")
@APIResponse(responseCode = "503", description = "The analytics service is away")
public class AnalyticsResource {

    private static final Logger LOG = Logger.getLogger(AnalyticsResource.class);
    /** What the caller is told as it is; any other failure is ours. */
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 409);

    private static final String CSV = "text/csv";

    private final AnalyticsClient analytics;
    private final Caller caller;
    private final Idempotency idempotency;

    AnalyticsResource(@RestClient AnalyticsClient analytics, Caller caller, Idempotency idempotency) {
        this.analytics = analytics;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @GET
    @Path("/summary")
    @Needs(Scope.READ)
    @Operation(operationId = "summary", summary = "What became of your uploads, in numbers")
    @APIResponse(
            responseCode = "200",
            description = "Totals, and the same by platform",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Summary.class)))
    public Uni<Response> summary(@BeanParam Question question) {
        return ask("summary", question);
    }

    @GET
    @Path("/platforms")
    @Needs(Scope.READ)
    @Operation(
            operationId = "platforms",
            summary = "Success, upload times, rate limits, errors and reception by platform, account, hour or day")
    @APIResponse(
            responseCode = "200",
            description = "Rows under items",
            content = {@Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = CSV)})
    public Uni<Response> platforms(@BeanParam Question question) {
        return ask("platforms", question);
    }

    @GET
    @Path("/history")
    @Needs(Scope.READ)
    @Operation(operationId = "history", summary = "Your uploads one by one, those of the newest clips first")
    @APIResponse(
            responseCode = "200",
            description = "Rows under items; nextCursor asks for those that follow",
            content = {@Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = CSV)})
    public Uni<Response> history(@BeanParam Question question) {
        return ask("history", question);
    }

    @GET
    @Path("/errors")
    @Needs(Scope.READ)
    @Operation(operationId = "errors", summary = "Why attempts failed, the most frequent reason first")
    @APIResponse(
            responseCode = "200",
            description = "Rows under items",
            content = {@Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = CSV)})
    public Uni<Response> errors(@BeanParam Question question) {
        return ask("errors", question);
    }

    @GET
    @Path("/lateness")
    @Needs(Scope.READ)
    @Operation(
            operationId = "lateness",
            summary = "How long after their due instants uploads were accepted by their platforms, and live")
    @APIResponse(
            responseCode = "200",
            description = "Rows under items; durations in seconds",
            content = {@Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = CSV)})
    public Uni<Response> lateness(@BeanParam Question question) {
        return ask("lateness", question);
    }

    @GET
    @Path("/content")
    @Needs(Scope.READ)
    @Operation(operationId = "content", summary = "What your posts have come to, by clip, tag, weekday or hour")
    @APIResponse(
            responseCode = "200",
            description = "Rows under items, the most seen first",
            content = {@Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = CSV)})
    public Uni<Response> content(@BeanParam Question question) {
        return ask("content", question);
    }

    @POST
    @Path("/rebuild")
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "beginRebuild",
            summary = "Begin to make all numbers anew from Kafka",
            description =
                    "Of the whole installation: the numbers of all tenants, which go on being served meanwhile. Answers when it has begun.")
    @APIResponse(
            responseCode = "202",
            description = "It has begun",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildProgress.class)))
    @APIResponse(responseCode = "409", description = "One runs already")
    public Uni<Response> beginRebuild() {
        return idempotency.afterwards(
                "", () -> answer("rebuild", analytics.rebuild()).map(Done::of));
    }

    @GET
    @Path("/rebuild")
    @Needs(Scope.ADMIN)
    @Operation(operationId = "latestRebuild", summary = "How far the latest rebuild of the installation's numbers is")
    @APIResponse(
            responseCode = "200",
            description = "When it began, how many events it has read, and how it ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildProgress.class)))
    @APIResponse(responseCode = "404", description = "There was none")
    public Uni<Response> latestRebuild() {
        return answer("rebuild", analytics.latestRebuild());
    }

    private Uni<Response> ask(String report, Question question) {
        return answer(report, analytics.ask(report, caller.tenant(), question));
    }

    private static Uni<Response> answer(String subject, Uni<Response> asked) {
        return asked.onFailure(AnalyticsResource::refused)
                .recoverWithItem(refused -> ((WebApplicationException) refused).getResponse())
                .map(AnalyticsResource::passedOn)
                .onFailure()
                .invoke(failure -> LOG.warnf("The analytics service gave no %s: %s", subject, failure))
                .onFailure()
                .transform(failure -> new ProblemException(away()));
    }

    private static boolean refused(Throwable failure) {
        return failure instanceof WebApplicationException answered
                && REFUSALS.contains(answered.getResponse().getStatus());
    }

    private static Response passedOn(Response answer) {
        return Response.status(answer.getStatus())
                .type(answer.getMediaType())
                .entity(answer.readEntity(String.class))
                .build();
    }

    private static Problem away() {
        return Problem.of(
                503,
                "analytics.unavailable",
                ProblemCategory.TRANSIENT,
                "The numbers are not available",
                "The analytics service gave no answer; clips are published all the same. Ask again in a moment.",
                List.of());
    }
}
