package io.cliprelay.gateway.access;

import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.kit.problem.ProblemResponses;

/** Lets nobody pass who is not known, nor whom the endpoint does not name. */
public class AccessFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Door door;
    private final Caller caller;
    private final SandboxCheck sandbox;

    AccessFilter(Door door, Caller caller, SandboxCheck sandbox) {
        this.door = door;
        this.caller = caller;
        this.sandbox = sandbox;
    }

    /** Ends the request where its caller may not make it; runs before its body is read. */
    @ServerRequestFilter
    public Uni<Response> check(ContainerRequestContext request, ResourceInfo resource) {
        Needs needs = resource.getResourceMethod().getAnnotation(Needs.class);
        return door.identify(Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION)))
                .chain(known -> known.map(identity -> check(request, identity, needs))
                        .orElseGet(() -> Uni.createFrom().item(unknown())));
    }

    private Uni<Response> check(ContainerRequestContext request, Identity identity, Needs needs) {
        caller.is(identity);
        Optional<Problem> forbidden = forbidden(identity, needs);
        if (forbidden.isPresent()) {
            return Uni.createFrom().item(ProblemResponses.response(forbidden.get()));
        }
        return identity.mode() == Mode.LIVE || READING.contains(request.getMethod())
                ? Uni.createFrom().nullItem()
                : keptFromPlatforms(request, identity, needs.test());
    }

    private Uni<Response> keptFromPlatforms(ContainerRequestContext request, Identity identity, TestGuard guard) {
        String id = request.getUriInfo().getPathParameters().getFirst("id");
        return sandbox.allows(guard, identity.tenant(), id)
                .map(allowed -> allowed ? null : ProblemResponses.response(AccessProblems.liveKeyNeeded()));
    }

    /** Why the caller may not; empty where it may. */
    static Optional<Problem> forbidden(Identity identity, Needs needs) {
        if (needs == null) {
            return Optional.of(AccessProblems.undeclared());
        }
        return identity.hasAnyOf(needs.value())
                ? Optional.empty()
                : Optional.of(AccessProblems.scopeMissing(identity, needs.value()));
    }

    private static Response unknown() {
        return Response.fromResponse(ProblemResponses.response(AccessProblems.unknown()))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
