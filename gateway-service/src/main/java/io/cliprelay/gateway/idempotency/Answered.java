package io.cliprelay.gateway.idempotency;

import java.net.URI;
import java.util.Optional;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.vertx.mutiny.sqlclient.Row;

import io.cliprelay.kit.problem.ProblemResponses;

/** How a call was answered before. */
record Answered(String hash, int status, Optional<String> location, Optional<String> body) {

    static Answered of(Row row) {
        return new Answered(
                row.getString("request_hash"),
                row.getInteger("status"),
                Optional.ofNullable(row.getString("location")),
                Optional.ofNullable(row.getString("body")));
    }

    /** The answer to a repeat: the first one, if it really is the same. */
    Response answerTo(Call repeat) {
        return hash.equals(repeat.hash())
                ? replayed()
                : ProblemResponses.response(IdempotencyProblems.keyReused(repeat.operation()));
    }

    private Response replayed() {
        Response.ResponseBuilder response = Response.status(status).header(Idempotency.REPLAYED, true);
        location.map(URI::create).ifPresent(response::location);
        body.ifPresent(json -> response.type(MediaType.APPLICATION_JSON).entity(json));
        return response.build();
    }
}
