package io.cliprelay.gateway.schedule;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.upload.UploadFailure.Reason;

/**
 * Whether the platform has room for an upload at its time, as far as is known when it is submitted.
 *
 * @param slot the free slot that was found for it, where one was asked for
 * @param at when it goes out by what is planned now; absent where that is not foreseen
 * @param reason why not at its own time
 */
@Schema(name = "Forecast")
@JsonIgnoreProperties(ignoreUnknown = true)
public record Forecast(Outcome outcome, Optional<Instant> slot, Optional<Instant> at, Optional<Reason> reason) {

    public Forecast {
        slot = slot == null ? Optional.empty() : slot;
        at = at == null ? Optional.empty() : at;
        reason = reason == null ? Optional.empty() : reason;
    }

    /** What it comes to. */
    public enum Outcome {
        /** There is room at its time. */
        @JsonProperty("fits")
        FITS,
        /** There is room later, and it is planned for then. */
        @JsonProperty("moves")
        MOVES,
        /** There is no room before its deadline, unless others are cancelled. */
        @JsonProperty("will-not-fit")
        WILL_NOT_FIT,
        /** A slot was asked for, and the account has none that is free. */
        @JsonProperty("no-slot")
        NO_SLOT
    }

    /** Whether there is no time at all for it. */
    @JsonIgnore
    public boolean hasNoSlot() {
        return outcome == Outcome.NO_SLOT;
    }
}
