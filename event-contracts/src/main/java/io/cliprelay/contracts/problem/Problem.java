package io.cliprelay.contracts.problem;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A problem as in RFC 9457, with what a program needs to decide what to do.
 *
 * @param type names the kind of problem, {@code urn:cliprelay:problem:<code>}
 * @param status the HTTP status
 * @param detail what happened here and what to do about it
 * @param code stable, for programs: {@code clip.invalid}
 * @param retryable whether the same request may succeed later without a change
 * @param traceId where to look it up in traces and logs
 * @param errors each field that is wrong; empty where no field is to blame
 */
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String code,
        ProblemCategory category,
        boolean retryable,
        Optional<String> traceId,
        List<FieldError> errors) {

    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(traceId, "traceId");
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** A problem without a trace id yet. Retryable follows from the category. */
    public static Problem of(
            int status, String code, ProblemCategory category, String title, String detail, List<FieldError> errors) {
        URI type = URI.create("urn:cliprelay:problem:" + code);
        return new Problem(type, title, status, detail, code, category, category.retryable(), Optional.empty(), errors);
    }

    /** The same problem, told within a trace. */
    public Problem tracedBy(Optional<String> trace) {
        return new Problem(type, title, status, detail, code, category, retryable, trace, errors);
    }
}
