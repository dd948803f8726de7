package io.cliprelay.contracts.problem;

import java.util.Objects;

/**
 * One field that is wrong.
 *
 * @param pointer JSON pointer (RFC 6901) into what was sent: {@code /targets/0/platform}
 * @param code stable, for programs: {@code title.too-long}
 * @param detail what is wrong with the value
 * @param fix what to send instead
 */
public record FieldError(String pointer, String code, String detail, String fix) {

    public FieldError {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(fix, "fix");
    }
}
