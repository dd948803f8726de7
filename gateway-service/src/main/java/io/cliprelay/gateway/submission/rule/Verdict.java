package io.cliprelay.gateway.submission.rule;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.upload.Priority;

/** What is to become of a submission. */
public sealed interface Verdict {

    /**
     * It can be published as it is: to these targets, at least one.
     *
     * @param at when it was found to be so, which is when it was submitted
     * @param terms what holds for all targets
     */
    record Sound(Instant at, String title, List<ResolvedTarget> targets, Terms terms) implements Verdict {
        public Sound {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(title, "title");
            targets = List.copyOf(targets);
            Objects.requireNonNull(terms, "terms");
        }

        /** The same with other targets. */
        public Sound with(List<ResolvedTarget> others) {
            return new Sound(at, title, others, terms);
        }
    }

    /**
     * What holds for all targets of a clip.
     *
     * @param priority normal where empty
     * @param notAfter none begins after it
     * @param first the target that others wait for, by its place
     */
    record Terms(Optional<Priority> priority, Optional<Instant> notAfter, Optional<Integer> first) {}

    /** All that is wrong with it, at least one thing. */
    record Faulty(List<FieldError> errors) implements Verdict {
        public Faulty {
            errors = List.copyOf(errors);
        }
    }
}
