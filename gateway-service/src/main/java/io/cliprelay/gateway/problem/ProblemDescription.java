package io.cliprelay.gateway.problem;

import java.util.Map;
import java.util.function.Function;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.kit.problem.ProblemResponses;

/**
 * Gives every answer from 400 on the body that all of them have, and every endpoint those answers that any of them may
 * give, while the service is built: endpoints say only which problems are theirs, and when.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
@OpenAPIDefinition(
        info = @Info(title = "Cliprelay", version = "v1"),
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
public class ProblemDescription implements OASFilter {

    private static final Map<String, String> OF_ALL = Map.of(
            "429", "The key has made too many requests; Retry-After says when to go on",
            "500", "A fault of ours",
            "503", "Something that is needed is away; send it again in a moment");
    private static final Map<String, String> OF_BODIES = Map.of(
            "400", "The body could not be read",
            "413", "The body is too large",
            "415", "The body is of another media type");

    /** What a caller sees of a problem, as an example. */
    private static final Map<String, Object> EXAMPLE = Map.of(
            "type", "urn:cliprelay:problem:clip.not-found",
            "title", "No such clip",
            "status", 404,
            "detail", "You have no clip 0198c5a2-6f0e-7d3c-9c4e-0a1b2c3d4e5f; GET /v1/clips lists yours.",
            "code", "clip.not-found",
            "category", "not-found",
            "retryable", false,
            "traceId", "4bf92f3577b34da6a3ce929d0e0e4736");

    @Override
    public PathItem filterPathItem(PathItem path) {
        path.getOperations().values().forEach(ProblemDescription::complete);
        return path;
    }

    private static void complete(Operation operation) {
        addAbsent(operation.getResponses(), OF_ALL);
        if (operation.getRequestBody() != null) {
            addAbsent(operation.getResponses(), OF_BODIES);
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.compareTo("400") >= 0 && response.getContent() == null) {
                response.setContent(content());
            }
        });
    }

    private static void addAbsent(APIResponses responses, Map<String, String> descriptions) {
        Function<String, APIResponse> described =
                description -> OASFactory.createAPIResponse().description(description);
        descriptions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(each -> !responses.hasAPIResponse(each.getKey()))
                .forEach(each -> responses.addAPIResponse(each.getKey(), described.apply(each.getValue())));
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemResponses.PROBLEM_JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                .example(EXAMPLE));
    }
}
