package io.cliprelay.gateway.submission.rule;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.cliprelay.contracts.problem.FieldError;

/** What is to become of a submission. */
public sealed interface Verdict {

    /**
     * It can be published as it is: to these targets, at least one.
     *
     * @param at when it was found to be so, which is when it was submitted
     */
    record Sound(Instant at, String title, List<ResolvedTarget> targets) implements Verdict {
        public Sound {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(title, "title");
            targets = List.copyOf(targets);
        }
    }

    /** All that is wrong with it, at least one thing. */
    record Faulty(List<FieldError> errors) implements Verdict {
        public Faulty {
            errors = List.copyOf(errors);
        }
    }
}
