package io.cliprelay.analytics.fact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What was handed in.
 *
 * @param dueAt what was wished then
 */
record Submission(Instant at, Instant dueAt, String title, List<String> tags) {

    Submission {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(title, "title");
        tags = List.copyOf(tags);
    }
}
