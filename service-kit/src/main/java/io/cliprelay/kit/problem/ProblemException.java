package io.cliprelay.kit.problem;

import io.cliprelay.contracts.problem.Problem;

/** A request that ends in this problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // No stack trace: an answer to a caller, not a fault of ours.
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
