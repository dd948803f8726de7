package io.cliprelay.contracts.clip;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of an account's recurring slots is meant. */
public enum SlotChoice {

    /** The first to come in which nothing goes out to the account yet. */
    @JsonProperty("next")
    NEXT
}
