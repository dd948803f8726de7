package io.cliprelay.analytics.report;

import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.cliprelay.analytics.tally.Reception;

/**
 * What some posts have come to.
 *
 * @param of the clip's id, the tag, the weekday (1 is Monday) or the hour (0 to 23) of going live, in the caller's zone
 * @param title of a clip
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ContentRow(
        String of, Optional<String> title, @JsonUnwrapped Reception reception) {

    ContentRow {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(reception, "reception");
    }
}
