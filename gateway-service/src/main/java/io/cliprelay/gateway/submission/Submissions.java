package io.cliprelay.gateway.submission;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.gateway.store.SessionTransaction;
import io.cliprelay.gateway.store.Store;
import io.cliprelay.gateway.submission.rule.Verdict;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;

/**
 * Takes submissions, from wherever they come: each key is answered once, and a clip is stored whole or not at all. To
 * be called on a Vert.x context.
 */
@ApplicationScoped
public class Submissions {

    private final Gathering gathering;
    private final SubmissionLedger ledger;
    private final SubmissionCheck check;
    private final Store store;
    private final Outbox outbox;
    private final NewClips clips;
    private final InstantSource clock;
    private final AnswerCounts counts;

    Submissions(
            Gathering gathering,
            SubmissionLedger ledger,
            SubmissionCheck check,
            Store store,
            Outbox outbox,
            NewClips clips,
            InstantSource clock,
            AnswerCounts counts) {
        this.gathering = gathering;
        this.ledger = ledger;
        this.check = check;
        this.store = store;
        this.outbox = outbox;
        this.clips = clips;
        this.clock = clock;
        this.counts = counts;
    }

    /** Completes when the answer is committed, with all that {@code telling} adds to it. */
    public Uni<Answer> submit(Submission submission, Telling telling) {
        Uni<Answer> answered =
                switch (telling) {
                    case Telling.Nobody nobody -> gathering.submit(submission, one -> alone(one, nobody));
                    case Telling.ByEvent byEvent -> alone(submission, byEvent);
                };
        return answered.invoke(counts::count);
    }

    private Uni<Answer> alone(Submission submission, Telling telling) {
        return ledger.earlier(submission).chain(earlier -> earlier.map(answer -> tell(answer, telling))
                .orElseGet(() -> first(submission, telling)));
    }

    private Uni<Answer> first(Submission submission, Telling telling) {
        return check.judge(submission).chain(verdict -> switch (verdict) {
            case Verdict.Sound sound -> planned(submission, Plan.of(submission, sound), telling);
            case Verdict.Faulty faulty -> reject(submission, SubmissionProblems.invalid(faulty.errors()), telling);
        });
    }

    private Uni<Answer> planned(Submission submission, Plan plan, Telling telling) {
        return plan.tooLarge()
                .map(error -> reject(submission, SubmissionProblems.invalid(List.of(error)), telling))
                .orElseGet(() -> accept(submission, plan, telling));
    }

    private Uni<Answer> accept(Submission submission, Plan plan, Telling telling) {
        return ledger.once(
                submission,
                session -> store(session, plan, telling),
                (session, earlier) -> tell(session, earlier, telling));
    }

    private Uni<Answer> store(StatelessSession session, Plan plan, Telling telling) {
        Answer answer = new Answer.Accepted(plan.view(), false);
        return clips.store(session, List.of(plan)).chain(() -> tell(session, answer, telling));
    }

    private Uni<Answer> reject(Submission submission, Problem problem, Telling telling) {
        Answer answer = new Answer.Rejected(problem);
        return switch (telling) {
            case Telling.Nobody nobody -> Uni.createFrom().item(answer);
            case Telling.ByEvent byEvent ->
                ledger.once(
                        submission,
                        session -> session.insert(SubmissionRow.rejected(submission, problem, clock.instant()))
                                .chain(() -> tell(session, answer, byEvent)),
                        (session, earlier) -> tell(session, earlier, byEvent));
        };
    }

    private Uni<Answer> tell(Answer answer, Telling telling) {
        return switch (telling) {
            case Telling.Nobody nobody -> Uni.createFrom().item(answer);
            case Telling.ByEvent byEvent -> store.write(session -> tell(session, answer, byEvent));
        };
    }

    private Uni<Answer> tell(StatelessSession session, Answer answer, Telling telling) {
        return outbox.addAll(new SessionTransaction(session), events(answer, telling))
                .replaceWith(answer);
    }

    private static List<OutgoingEvent> events(Answer answer, Telling telling) {
        return switch (telling) {
            case Telling.Nobody nobody -> List.of();
            case Telling.ByEvent byEvent -> byEvent.events().apply(answer);
        };
    }
}
