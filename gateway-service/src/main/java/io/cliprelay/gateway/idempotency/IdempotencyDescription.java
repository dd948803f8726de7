package io.cliprelay.gateway.idempotency;

import java.util.List;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Tells of the key wherever something is posted, while the service is built; where it is a must, its endpoint says so. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class IdempotencyDescription implements OASFilter {

    @Override
    public PathItem filterPathItem(PathItem path) {
        if (path.getPOST() != null && !declared(path.getPOST())) {
            declare(path.getPOST());
        }
        return path;
    }

    private static boolean declared(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> Idempotency.HEADER.equals(parameter.getName()));
    }

    private static void declare(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(Idempotency.HEADER)
                .in(Parameter.In.HEADER)
                .required(false)
                .description(
                        "Names the request: the same key with the same body gets the same answer, and is done once."
                                + " A failure leaves the key free; a secret is in the first answer only.")
                .schema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .minLength(1)
                        .maxLength(Idempotency.LONGEST)));
        APIResponses responses = operation.getResponses();
        addAbsent(responses, "400", "The key cannot be used");
        addAbsent(responses, "409", "The same key is being worked on");
        addAbsent(responses, "422", "The key was used for another request");
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader(
                        Idempotency.REPLAYED,
                        OASFactory.createHeader().description("true where the key was answered before"));
            }
        });
    }

    private static void addAbsent(APIResponses responses, String status, String description) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }
}
