package io.cliprelay.youtube.wire;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** YouTube's error envelope. Bodies of front ends may be HTML instead. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ErrorResponse(Error error) {

    /** The error. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Error(int code, String message, List<Detail> errors, List<Info> details) {
        public Error {
            errors = errors == null ? List.of() : List.copyOf(errors);
            details = details == null ? List.of() : List.copyOf(details);
        }

        /** The reason that decides what to do, where one is given. */
        public Optional<String> reason() {
            return errors.stream().findFirst().map(Detail::reason);
        }
    }

    /** One of its causes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Detail(String reason, String message) {}

    /** What newer front ends add. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Info(Metadata metadata) {

        /** Whether it is about a day's quota. */
        public boolean isPerDay() {
            return metadata != null
                    && metadata.quotaUnit() != null
                    && metadata.quotaUnit().startsWith("1/d/");
        }
    }

    /** Which quota it was. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Metadata(@JsonProperty("quota_unit") String quotaUnit) {}
}
