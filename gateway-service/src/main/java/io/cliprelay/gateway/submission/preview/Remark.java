package io.cliprelay.gateway.submission.preview;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.problem.FieldError;

/**
 * Something about a clip that its owner should know before it is handed in.
 *
 * @param pointer JSON pointer (RFC 6901) into what was sent
 * @param code stable, for programs
 * @param detail what is so
 * @param fix what to do about it
 */
@Schema(name = "ClipFinding")
public record Remark(String pointer, Severity severity, String code, String detail, String fix) {

    public Remark {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(fix, "fix");
    }

    /** What it means for the clip. */
    @Schema(name = "Severity")
    public enum Severity {
        /** It would be refused. */
        @JsonProperty("error")
        ERROR,
        /** It would be taken, but go out later or otherwise than said, or not at all unless something is done. */
        @JsonProperty("warning")
        WARNING,
        /** It makes no difference as far as is known. */
        @JsonProperty("info")
        INFO
    }

    /** What would have the clip refused. */
    public static Remark error(FieldError error) {
        return new Remark(error.pointer(), Severity.ERROR, error.code(), error.detail(), error.fix());
    }

    static Remark warning(String pointer, String code, String detail, String fix) {
        return new Remark(pointer, Severity.WARNING, code, detail, fix);
    }

    static Remark info(String pointer, String code, String detail, String fix) {
        return new Remark(pointer, Severity.INFO, code, detail, fix);
    }
}
