package io.cliprelay.gateway.access;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Writes into the API's description what {@link Needs} says of each endpoint, while the service is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AccessDescription implements OASFilter {

    private static final String SCHEME = "key";
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private final Map<String, List<String>> scopesByOperation = new HashMap<>();

    public AccessDescription(IndexView index) {
        for (AnnotationInstance needs : index.getAnnotations(DotName.createSimple(Needs.class))) {
            AnnotationInstance operation = needs.target().asMethod().annotation(OPERATION);
            scopesByOperation.put(
                    operation.value("operationId").asString(),
                    Arrays.stream(needs.value().asEnumArray())
                            .map(name -> Scope.valueOf(name).word())
                            .toList());
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key: crk_live_... or crk_test_..."));
    }

    @Override
    public Operation filterOperation(Operation operation) {
        List<String> scopes = scopesByOperation.get(operation.getOperationId());
        if (scopes != null) {
            operation.addExtension("x-scopes", scopes);
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SCHEME));
            operation.getResponses().addAPIResponse("401", problem("No key, or none that holds"));
            operation
                    .getResponses()
                    .addAPIResponse(
                            "403",
                            problem("The key does not have the scope " + words(scopes) + ", or is in test mode"));
        }
        return operation;
    }

    private static String words(List<String> scopes) {
        return scopes.stream().collect(Collectors.joining(" or "));
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse().description(description);
    }
}
