package io.cliprelay.gateway.deadletter;

import java.util.List;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;

/** What can be wrong with a wish about dead letters, as problems. */
final class LetterProblems {

    private LetterProblems() {}

    static Problem noSuchLetter(String id) {
        return Problem.of(
                404,
                "dead-letter.not-found",
                ProblemCategory.NOT_FOUND,
                "No such dead letter",
                "There is no dead letter %s that you may see, or not any more; GET /v1/dead-letters lists them."
                        .formatted(id),
                List.of());
    }

    static Problem notSent(LetterId id, String why) {
        return Problem.of(
                409,
                "dead-letter.not-replayable",
                ProblemCategory.CONFLICT,
                "The dead letter is not sent again",
                "%s was left where it is. %s".formatted(id, why),
                List.of());
    }

    static Problem noSuchLimit(String limit, int most) {
        return Problem.of(
                400,
                "page.invalid",
                ProblemCategory.INVALID_INPUT,
                "There is no such page",
                "limit is \"%s\"; send a number from 1 to %d.".formatted(limit, most),
                List.of());
    }

    static Problem kafkaAway() {
        return Problem.of(
                503,
                "kafka.unavailable",
                ProblemCategory.TRANSIENT,
                "Kafka gives no answer",
                "Dead letters could not be read just now. Ask again in a moment.",
                List.of());
    }
}
