package io.cliprelay.gateway.clip;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemException;

/** What can be wrong with a question about a clip, as problems. */
public final class ClipProblems {

    /** What to do to be able to change a clip. */
    public static final String LOOK_AGAIN = "GET the clip, and send its ETag as If-Match.";

    private ClipProblems() {}

    /** There is no such clip of the caller's; the same answer for a clip of someone else's. */
    public static Problem noSuchClip(String id) {
        return Problem.of(
                404,
                "clip.not-found",
                ProblemCategory.NOT_FOUND,
                "No such clip",
                "You have no clip %s; GET /v1/clips lists yours.".formatted(id),
                List.of());
    }

    /** A change must say which state of the clip it is meant for. */
    static Problem unconditional() {
        return Problem.of(
                428,
                "clip.if-match-missing",
                ProblemCategory.INVALID_INPUT,
                "It is not said which state of the clip is to be changed",
                LOOK_AGAIN,
                List.of());
    }

    /** The id in a path. Throws {@link ProblemException} where it cannot be one. */
    public static UUID clipId(String id) {
        return uuid(id).orElseThrow(() -> new ProblemException(noSuchClip(id)));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
