package io.cliprelay.contracts.clip;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.cliprelay.contracts.EventType;
import io.cliprelay.contracts.problem.Problem;

/** The answer to a submission that came as an event, on {@code clip-intake-replies}. */
public sealed interface IntakeReply {

    /** The {@code ce_id} of the submission that is answered. */
    String submissionId();

    /** The clip is stored and will be published; a repeat of the submission gets the same answer. */
    @EventType("io.cliprelay.clip.submission-accepted.v1")
    record Accepted(String submissionId, UUID clipId, List<UUID> uploadIds) implements IntakeReply {
        public Accepted {
            Objects.requireNonNull(submissionId, "submissionId");
            Objects.requireNonNull(clipId, "clipId");
            uploadIds = List.copyOf(uploadIds);
        }
    }

    /** Nothing was stored; the problem names each field that is wrong. */
    @EventType("io.cliprelay.clip.submission-rejected.v1")
    record Rejected(String submissionId, Problem problem) implements IntakeReply {
        public Rejected {
            Objects.requireNonNull(submissionId, "submissionId");
            Objects.requireNonNull(problem, "problem");
        }
    }
}
