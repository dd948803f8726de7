package io.cliprelay.gateway.submission;

import java.util.Optional;

import io.cliprelay.kit.problem.ProblemException;

/** The idempotency key of what is handed in by HTTP. */
final class SubmissionKey {

    static final String HEADER = "Idempotency-Key";
    static final int LONGEST = 255;

    private SubmissionKey() {}

    /** The key, if it can be one; throws a problem otherwise. */
    static String usable(Optional<String> key) {
        return key.filter(text -> !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0)
                .orElseThrow(() -> new ProblemException(SubmissionProblems.keyMissing()));
    }
}
