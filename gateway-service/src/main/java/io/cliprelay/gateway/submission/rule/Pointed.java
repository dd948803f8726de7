package io.cliprelay.gateway.submission.rule;

import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.problem.FieldError;

/**
 * A value and where it stands in the submission, or would stand.
 *
 * @param pointer JSON pointer (RFC 6901)
 */
record Pointed<T>(String pointer, Optional<T> value) {

    Pointed {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(value, "value");
    }

    /** What holds for a target: its own value, else the clip's. */
    static <T> Pointed<T> effective(Optional<T> ofTarget, int target, String field, Optional<T> ofClip) {
        return ofTarget.isPresent()
                ? new Pointed<>("/targets/" + target + "/" + field, ofTarget)
                : new Pointed<>("/" + field, ofClip);
    }

    FieldError error(String code, String detail, String fix) {
        return new FieldError(pointer, code, detail, fix);
    }
}
