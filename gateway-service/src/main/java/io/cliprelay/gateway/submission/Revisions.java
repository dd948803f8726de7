package io.cliprelay.gateway.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.gateway.clip.ClipRow;
import io.cliprelay.gateway.submission.rule.Verdict;
import io.cliprelay.kit.problem.ProblemException;

/** Judges clips that are stored already by the same rules as new ones. */
@ApplicationScoped
public class Revisions {

    private final SubmissionCheck check;

    Revisions(SubmissionCheck check) {
        this.check = check;
    }

    /**
     * The clip as it is to be; fails with the problem that a new clip like that would get.
     *
     * @param now what the clip's times are judged by: the instant at which it was given them
     */
    public Uni<Revision> judge(ClipRow stored, ClipSubmission clip, Instant now) {
        Submission submission = submission(stored, clip);
        return check.judge(submission, now).map(verdict -> revision(stored.id(), submission, verdict));
    }

    /** The same of a clip that keeps the times of its uploads, which the caller knows. */
    public Uni<Revision> judgeAsPlanned(ClipRow stored, ClipSubmission clip, Instant now) {
        Submission submission = submission(stored, clip);
        return check.judgeAsPlanned(submission, now).map(verdict -> revision(stored.id(), submission, verdict));
    }

    private static Submission submission(ClipRow stored, ClipSubmission clip) {
        return new Submission(
                stored.tenant(), Submission.HTTP, stored.id().toString(), clip, stored.sandboxOnly(), Optional.empty());
    }

    private static Revision revision(UUID clipId, Submission submission, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sound sound -> revision(Plan.of(clipId, submission, sound));
            case Verdict.Faulty faulty -> throw new ProblemException(SubmissionProblems.invalid(faulty.errors()));
        };
    }

    private static Revision revision(Plan plan) {
        plan.tooLarge().ifPresent(error -> {
            throw new ProblemException(SubmissionProblems.invalid(List.of(error)));
        });
        return new Revision(plan.sound().title(), plan.submission(), plan.planned());
    }
}
