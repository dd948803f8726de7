package io.cliprelay.gateway.clip;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemException;

/** What can be wrong with a question about a clip, as problems. */
public final class ClipProblems {

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
