package io.cliprelay.gateway.access;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemResponses;

/** Lets nobody pass who is not known. */
public class AccessFilter {

    private final ApiKeys keys;
    private final Caller caller;

    AccessFilter(ApiKeys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    /** Ends the request where its caller is not known; runs before its body is read. */
    @ServerRequestFilter
    public Optional<Response> check(ContainerRequestContext request) {
        Optional<String> tenant = keys.tenant(Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
        tenant.ifPresent(caller::is);
        return tenant.isPresent() ? Optional.empty() : Optional.of(unknown());
    }

    private static Response unknown() {
        Problem problem = Problem.of(
                401,
                "access.key-unknown",
                ProblemCategory.AUTH,
                "A valid key is needed",
                "Send your API key in the header Authorization: Bearer <key>.",
                List.of());
        return Response.fromResponse(ProblemResponses.response(problem))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
