package io.cliprelay.gateway.submission;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.gateway.schedule.Planning;
import io.cliprelay.gateway.submission.rule.Verdict;

/**
 * Takes many submissions of one tenant and origin at once: each by the rules of {@link Submissions}, a portion of them in
 * one transaction. What is stored of a batch whose rest failed is found by its keys when the batch is sent again.
 */
@ApplicationScoped
class Batches {

    /** Each key is locked, and PostgreSQL has room for some 6,000 locks at once. */
    static final int PORTION = 100;

    private final SubmissionLedger ledger;
    private final SubmissionCheck check;
    private final NewClips clips;
    private final AnswerCounts counts;

    Batches(SubmissionLedger ledger, SubmissionCheck check, NewClips clips, AnswerCounts counts) {
        this.ledger = ledger;
        this.check = check;
        this.clips = clips;
        this.counts = counts;
    }

    /** The answers, in the order of the submissions. A key that comes again in the batch is a repeat. */
    Uni<List<Answer>> submit(List<Submission> submissions) {
        return Multi.createFrom()
                .iterable(submissions)
                .group()
                .intoLists()
                .of(PORTION)
                .onItem()
                .transformToUniAndConcatenate(this::portion)
                .onItem()
                .<Answer>disjoint()
                .invoke(counts::count)
                .collect()
                .asList();
    }

    /** The same for at most {@link #PORTION} submissions, uncounted. */
    Uni<List<Answer>> portion(List<Submission> submissions) {
        Map<String, Submission> firsts = new LinkedHashMap<>();
        submissions.forEach(submission -> firsts.putIfAbsent(submission.key(), submission));
        return answers(List.copyOf(firsts.values())).map(answers -> submissions.stream()
                .map(submission -> answer(submission, firsts.get(submission.key()), answers.get(submission.key())))
                .toList());
    }

    private static Answer answer(Submission submission, Submission first, Answer answer) {
        if (submission == first) {
            return answer;
        }
        boolean same = submission.hash().equals(first.hash());
        return switch (answer) {
            case Answer.Accepted accepted ->
                same ? new Answer.Accepted(accepted.clip(), true) : new Answer.Rejected(SubmissionProblems.keyReused());
            // Nothing was stored under the key: another body may still be.
            case Answer.Rejected rejected -> same ? rejected : new Answer.InFlight();
            case Answer.InFlight inFlight -> inFlight;
        };
    }

    private Uni<Map<String, Answer>> answers(List<Submission> submissions) {
        return ledger.earlier(submissions).chain(earlier -> {
            List<Submission> fresh = submissions.stream()
                    .filter(submission -> !earlier.containsKey(submission.key()))
                    .toList();
            return fresh.isEmpty()
                    ? Uni.createFrom().item(earlier)
                    : first(fresh).map(answers -> joined(earlier, answers));
        });
    }

    private Uni<Map<String, Answer>> first(List<Submission> submissions) {
        return check.judgeAll(submissions).chain(verdicts -> {
            Judged judged = Judged.of(submissions, verdicts);
            return judged.plans().isEmpty()
                    ? Uni.createFrom().item(judged.rejected())
                    : store(judged.plans()).map(stored -> joined(judged.rejected(), stored));
        });
    }

    private Uni<Map<String, Answer>> store(Map<String, Plan> plans) {
        List<Submission> sound = plans.values().stream().map(Plan::submitted).toList();
        return ledger.onceEach(
                sound,
                (session, fresh) -> store(
                        session,
                        fresh.stream()
                                .map(submission -> plans.get(submission.key()))
                                .toList()));
    }

    private Uni<Map<String, Answer>> store(StatelessSession session, List<Plan> plans) {
        Map<String, Answer> answers = new HashMap<>();
        plans.forEach(plan -> answers.put(plan.submitted().key(), new Answer.Accepted(plan.view(), false)));
        return clips.store(session, plans).replaceWith(answers);
    }

    private static Map<String, Answer> joined(Map<String, Answer> some, Map<String, Answer> others) {
        Map<String, Answer> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** What is to be stored, and what is refused, by key. */
    private record Judged(Map<String, Plan> plans, Map<String, Answer> rejected) {

        static Judged of(List<Submission> submissions, List<Optional<Verdict>> verdicts) {
            Judged judged = new Judged(new LinkedHashMap<>(), new HashMap<>());
            IntStream.range(0, submissions.size())
                    .forEach(index -> judged.add(submissions.get(index), verdicts.get(index)));
            return judged;
        }

        private void add(Submission submission, Optional<Verdict> known) {
            known.ifPresentOrElse(
                    verdict -> {
                        switch (verdict) {
                            case Verdict.Sound sound -> add(Plan.of(submission, sound));
                            case Verdict.Faulty faulty ->
                                reject(submission, SubmissionProblems.invalid(faulty.errors()));
                        }
                    },
                    () -> reject(submission, Planning.away()));
        }

        private void add(Plan plan) {
            plan.tooLarge()
                    .ifPresentOrElse(
                            error -> reject(plan.submitted(), SubmissionProblems.invalid(List.of(error))),
                            () -> plans.put(plan.submitted().key(), plan));
        }

        private void reject(Submission submission, Problem problem) {
            rejected.put(submission.key(), new Answer.Rejected(problem));
        }
    }
}
