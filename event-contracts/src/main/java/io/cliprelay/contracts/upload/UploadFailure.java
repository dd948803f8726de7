package io.cliprelay.contracts.upload;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Why an upload did not succeed: one classification everywhere, one kind per answer that it calls for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "category")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UploadFailure.Transient.class, name = "transient"),
    @JsonSubTypes.Type(value = UploadFailure.RateLimited.class, name = "rate-limited"),
    @JsonSubTypes.Type(value = UploadFailure.QuotaExhausted.class, name = "quota-exhausted"),
    @JsonSubTypes.Type(value = UploadFailure.Auth.class, name = "auth"),
    @JsonSubTypes.Type(value = UploadFailure.InvalidInput.class, name = "invalid-input"),
    @JsonSubTypes.Type(value = UploadFailure.ContentRejected.class, name = "content-rejected"),
    @JsonSubTypes.Type(value = UploadFailure.Unknown.class, name = "unknown")
})
public sealed interface UploadFailure {

    Reason reason();

    /** The category as it stands on the wire, in metrics and in answers. */
    @JsonIgnore
    default String category() {
        return switch (this) {
            case Transient t -> "transient";
            case RateLimited r -> "rate-limited";
            case QuotaExhausted q -> "quota-exhausted";
            case Auth a -> "auth";
            case InvalidInput i -> "invalid-input";
            case ContentRejected c -> "content-rejected";
            case Unknown u -> "unknown";
        };
    }

    /**
     * What to tell people.
     *
     * @param code stable, for programs: the platform's own code verbatim where it gave one, else ours
     *     ({@code media.changed})
     * @param message what was asked, of whom, and what came back
     * @param fix what the user can do
     */
    record Reason(String code, String message, String fix) {
        public Reason {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(fix, "fix");
        }
    }

    /** May pass by itself. */
    record Transient(Reason reason) implements UploadFailure {
        public Transient {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Too fast. {@code until} is when the platform said to come back; absent where it did not say. */
    record RateLimited(Reason reason, Optional<Instant> until) implements UploadFailure {
        public RateLimited {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(until, "until");
        }
    }

    /** A budget is used up until the given instant. */
    record QuotaExhausted(Reason reason, Instant until) implements UploadFailure {
        public QuotaExhausted {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(until, "until");
        }
    }

    /** The account must be connected again by its owner. */
    record Auth(Reason reason) implements UploadFailure {
        public Auth {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Our request is wrong: text, options, or a file that is gone or not as it was. */
    record InvalidInput(Reason reason) implements UploadFailure {
        public InvalidInput {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The platform does not want this video. */
    record ContentRejected(Reason reason) implements UploadFailure {
        public ContentRejected {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Nothing we know; treated with the caution of a call that may have had an effect. */
    record Unknown(Reason reason) implements UploadFailure {
        public Unknown {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
