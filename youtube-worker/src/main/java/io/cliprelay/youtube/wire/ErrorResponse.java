package io.cliprelay.youtube.wire;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** YouTube's error envelope. Bodies of front ends may be HTML instead. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ErrorResponse(Error error) {

    /** The error. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Error(int code, String message, List<Detail> errors) {
        public Error {
            errors = errors == null ? List.of() : List.copyOf(errors);
        }

        /** The reason that decides what to do, where one is given. */
        public Optional<String> reason() {
            return errors.stream().findFirst().map(Detail::reason);
        }
    }

    /** One of its causes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Detail(String reason, String message) {}
}
