package io.cliprelay.analytics.tally;

import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * How long after their due instants uploads came to something; what came before counts as nothing late.
 *
 * @param dueToAccepted until the platform had all bytes
 * @param dueToLive until the post was live
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Lateness(@JsonUnwrapped Group group, Optional<Spread> dueToAccepted, Optional<Spread> dueToLive) {

    public Lateness {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(dueToAccepted, "dueToAccepted");
        Objects.requireNonNull(dueToLive, "dueToLive");
    }
}
