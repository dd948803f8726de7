package io.cliprelay.gateway.intake;

import java.util.List;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;

/** Why an event is refused whatever is in it, as problems. */
final class IntakeProblems {

    private IntakeProblems() {}

    /** Nobody is configured whose it could be. */
    static Problem unknownProducer(Producer producer) {
        return Problem.of(
                403,
                "intake.producer-unknown",
                ProblemCategory.AUTH,
                "Nobody knows this producer",
                "No tenant is configured for events with the source \"%s\"%s. Have the operator map it (cliprelay.intake)."
                        .formatted(
                                producer.source(),
                                producer.principal()
                                        .map(" of the principal \"%s\""::formatted)
                                        .orElse("")),
                List.of());
    }

    /** The event names another tenant than the configuration does. */
    static Problem anothersTenant(Producer producer) {
        return Problem.of(
                403,
                "intake.tenant-mismatch",
                ProblemCategory.AUTH,
                "The event names a tenant that its producer may not speak for",
                "It says that it is of the tenant \"%s\", which is not the one that is configured for its producer, \"%s\". Leave the attribute tenant out, or have the operator map the producer (cliprelay.intake)."
                        .formatted(producer.claimed().orElse(""), producer.source()),
                List.of());
    }
}
