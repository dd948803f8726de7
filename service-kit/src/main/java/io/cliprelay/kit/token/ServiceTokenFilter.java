package io.cliprelay.kit.token;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemResponses;

/** Lets only the gateway ask, in a service that says as whom it is asked. Health and metrics are not asked for here. */
public class ServiceTokenFilter {

    private static final String SCHEME = "Bearer ";

    private final Optional<String> audience;
    private final Instance<ServiceTokens> tokens;

    ServiceTokenFilter(ServiceKeysConfig config, Instance<ServiceTokens> tokens) {
        this.audience = config.audience();
        this.tokens = tokens;
    }

    /** Ends the request where it brings no token that holds. */
    @ServerRequestFilter
    public Optional<Response> check(ContainerRequestContext request) {
        return audience.filter(name -> !holds(request.getHeaderString(HttpHeaders.AUTHORIZATION), name))
                .map(ServiceTokenFilter::refusal);
    }

    private boolean holds(String authorization, String name) {
        return authorization != null
                && authorization.startsWith(SCHEME)
                && tokens.get().holds(authorization.substring(SCHEME.length()), name);
    }

    private static Response refusal(String name) {
        Problem problem = Problem.of(
                401,
                "service-token.invalid",
                ProblemCategory.AUTH,
                "Only the gateway may ask this",
                "The service %s answers requests with a token of the gateway's only. Ask the gateway, whose API is at /q/swagger-ui there."
                        .formatted(name),
                List.of());
        return Response.fromResponse(ProblemResponses.response(problem))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
