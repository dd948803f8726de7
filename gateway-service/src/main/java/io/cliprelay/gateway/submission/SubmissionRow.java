package io.cliprelay.gateway.submission;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.gateway.clip.ClipView;

/** A submission that was answered, and how. */
@Entity
@Table(name = "submission")
public class SubmissionRow {

    /** What names a submission. */
    @Embeddable
    public record Key(String tenant, String origin, String key) {
        public Key {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(key, "key");
        }

        static Key of(Submission submission) {
            return new Key(submission.tenant(), submission.origin(), submission.key());
        }
    }

    @EmbeddedId
    private Key id;

    @Column(name = "request_hash")
    private String requestHash;

    private boolean accepted;

    @Column(name = "clip_id")
    private UUID clipId;

    private String answer;

    @Column(name = "answered_at")
    private Instant answeredAt;

    /** For Hibernate. */
    protected SubmissionRow() {}

    private SubmissionRow(Submission submission, Problem problem, Instant answeredAt) {
        this.id = Key.of(submission);
        this.requestHash = submission.hash();
        this.answer = EventJson.encode(problem);
        this.answeredAt = answeredAt;
    }

    static SubmissionRow rejected(Submission submission, Problem problem, Instant now) {
        return new SubmissionRow(submission, problem, now);
    }

    String key() {
        return id.key();
    }

    /** The answer to a repeat: the first one, if it really is the same. */
    Answer answerTo(Submission repeat) {
        if (!requestHash.equals(repeat.hash())) {
            return new Answer.Rejected(SubmissionProblems.keyReused());
        }
        return accepted
                ? new Answer.Accepted(EventJson.decode(answer, ClipView.class), true)
                : new Answer.Rejected(EventJson.decode(answer, Problem.class));
    }
}
