package io.cliprelay.gateway.submission;

import java.util.Objects;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.gateway.clip.ClipView;

/** What a submission is answered. */
public sealed interface Answer {

    /**
     * The clip is stored and will be published.
     *
     * @param repeated whether it had been before
     */
    record Accepted(ClipView clip, boolean repeated) implements Answer {
        public Accepted {
            Objects.requireNonNull(clip, "clip");
        }
    }

    /** Nothing is stored, and why. */
    record Rejected(Problem problem) implements Answer {
        public Rejected {
            Objects.requireNonNull(problem, "problem");
        }
    }

    /** The same key is being worked on right now. */
    record InFlight() implements Answer {}
}
