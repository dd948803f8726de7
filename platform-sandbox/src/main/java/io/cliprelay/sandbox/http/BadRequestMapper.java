package io.cliprelay.sandbox.http;

import java.util.List;

import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Complaints as problem+json (RFC 9457). */
final class BadRequestMapper {

    private static final MediaType PROBLEM = MediaType.valueOf("application/problem+json");

    /** A problem whose {@code errors} name field, cause and cure. */
    record Problem(String type, String title, int status, String code, String detail, List<Error> errors) {
        record Error(String pointer, String cause, String cure) {}
    }

    @ServerExceptionMapper
    RestResponse<Problem> complaint(BadRequest bad) {
        return problem(bad);
    }

    private static RestResponse<Problem> problem(BadRequest bad) {
        var error = new Problem.Error(bad.pointer(), bad.why(), bad.cure());
        var problem = new Problem(
                "about:blank", "The sandbox cannot do that", 400, "bad-request", bad.getMessage(), List.of(error));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.BAD_REQUEST, problem)
                .type(PROBLEM)
                .build();
    }
}
