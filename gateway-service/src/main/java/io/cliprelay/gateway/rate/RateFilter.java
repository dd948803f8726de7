package io.cliprelay.gateway.rate;

import java.util.List;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.kit.problem.ProblemResponses;

/** Refuses callers that ask for too much, and tells all of them what they have left (draft-ietf-httpapi-ratelimit-headers). */
public class RateFilter {

    private static final String TAKEN = RateFilter.class.getName();

    private final Caller caller;
    private final Rates rates;

    RateFilter(Caller caller, Rates rates) {
        this.caller = caller;
        this.rates = rates;
    }

    /** After the caller is known, before its body is read. */
    @ServerRequestFilter(priority = Priorities.USER + 50)
    public Response check(ContainerRequestContext request, ResourceInfo resource) {
        Needs needs = resource.getResourceMethod().getAnnotation(Needs.class);
        Rates.Taken taken = rates.take(caller.identity(), needs.value()[0]);
        request.setProperty(TAKEN, taken);
        return taken.turn().allowed() ? null : ProblemResponses.response(exceeded(taken));
    }

    /** Says what is left. */
    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(TAKEN) instanceof Rates.Taken taken) {
            String policy = taken.scope().word();
            Rate rate = taken.rate();
            Rate.Turn turn = taken.turn();
            response.getHeaders()
                    .putSingle(
                            "RateLimit-Policy",
                            "\"" + policy + "\";q=" + rate.quota() + ";w="
                                    + rate.window().toSeconds());
            response.getHeaders()
                    .putSingle("RateLimit", "\"" + policy + "\";r=" + turn.remaining() + ";t=" + seconds(turn));
            if (!turn.allowed()) {
                response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, turn.waitSeconds());
            }
        }
    }

    /** Where there is a Retry-After, it and this are to mean the same instant. */
    private static long seconds(Rate.Turn turn) {
        return turn.allowed() ? turn.resetSeconds() : turn.waitSeconds();
    }

    private static Problem exceeded(Rates.Taken taken) {
        return Problem.of(
                429,
                "rate.exceeded",
                ProblemCategory.TRANSIENT,
                "Too many requests",
                "A key may make %d requests of the kind %s in %d s. Go on in %d s (Retry-After)."
                        .formatted(
                                taken.rate().quota(),
                                taken.scope().word(),
                                taken.rate().window().toSeconds(),
                                taken.turn().waitSeconds()),
                List.of());
    }
}
