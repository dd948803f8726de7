package io.cliprelay.cli.api;

import java.net.URI;
import java.util.Optional;

import io.cliprelay.contracts.problem.Problem;

/** The gateway did not do what it was asked; the message says why and what to do. */
public final class GatewayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private GatewayException(String message, Problem problem, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    static GatewayException refused(Problem problem) {
        return new GatewayException(ProblemText.of(problem), problem, null);
    }

    static GatewayException unclear(String request, int status, String body) {
        return new GatewayException(
                "%s was answered with HTTP %d and no problem description: %s".formatted(request, status, body),
                null,
                null);
    }

    static GatewayException unreachable(URI gateway, Exception cause) {
        return new GatewayException(
                "The gateway at %s cannot be reached (%s); ./cliprelay status shows what runs, ./cliprelay up starts it"
                        .formatted(gateway, cause),
                null,
                cause);
    }

    /** What the gateway said; absent if it said nothing that is understood, or was not reached. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
