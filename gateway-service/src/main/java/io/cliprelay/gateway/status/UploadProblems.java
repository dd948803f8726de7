package io.cliprelay.gateway.status;

import java.util.List;
import java.util.UUID;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.kit.problem.ProblemException;

/** What can be wrong with a question about an upload, as problems. */
public final class UploadProblems {

    private UploadProblems() {}

    /** There is no such upload of the caller's; the same answer for an upload of someone else's. */
    public static Problem noSuchUpload(String id) {
        return Problem.of(
                404,
                "upload.not-found",
                ProblemCategory.NOT_FOUND,
                "No such upload",
                "You have no upload %s; GET /v1/clips shows the uploads of yours.".formatted(id),
                List.of());
    }

    /** The scheduler does not know of it: not yet, or not any more. */
    public static Problem notPlanned(String id) {
        return Problem.of(
                404,
                "upload.not-planned",
                ProblemCategory.NOT_FOUND,
                "The scheduler knows nothing of the upload",
                "Upload %s was submitted just now, or was over long ago. Ask again in a moment, or look at the upload itself."
                        .formatted(id),
                List.of());
    }

    /** The id in a path. Throws {@link ProblemException} where it cannot be one. */
    public static UUID uploadId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(noSuchUpload(id));
        }
    }
}
