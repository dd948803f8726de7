package io.cliprelay.gateway.live;

import java.util.List;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;

/** Why a stream does not begin, as problems. */
final class LiveProblems {

    private LiveProblems() {}

    static Problem noEventId(String id) {
        return Problem.of(
                400,
                "event.no-id",
                ProblemCategory.INVALID_INPUT,
                "That is no id of an event",
                "Last-Event-ID is \"%s\"; send the id of an event as it came (msg_...), or none."
                        .formatted(id.length() > 80 ? id.substring(0, 80) + "..." : id),
                List.of());
    }

    static Problem eventGone(String id) {
        return Problem.of(
                410,
                "event.gone",
                ProblemCategory.NOT_FOUND,
                "That event is not there any more",
                "The stream cannot go on after %s: you have no such event here, or it is too old to be kept. Connect without Last-Event-ID, and see GET /v1/clips for what was missed."
                        .formatted(id),
                List.of());
    }

    static Problem tooManyStreams() {
        return Problem.of(
                503,
                "stream.too-many",
                ProblemCategory.TRANSIENT,
                "Too many streams are open",
                "This replica has as many streams as it keeps. Connect again in a moment.",
                List.of());
    }
}
