package io.cliprelay.gateway.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.gateway.account.Account;
import io.cliprelay.gateway.account.Accounts;
import io.cliprelay.gateway.platform.Platforms;
import io.cliprelay.gateway.submission.rule.SandboxRule;
import io.cliprelay.gateway.submission.rule.SubmissionRules;
import io.cliprelay.gateway.submission.rule.Surroundings;
import io.cliprelay.gateway.submission.rule.Verdict;

/** Gathers what a submission is judged by, and has it judged. */
@ApplicationScoped
class SubmissionCheck {

    /** A verdict and what it was judged by. */
    record Examined(Surroundings around, Verdict verdict) {}

    private final Platforms platforms;
    private final Accounts accounts;
    private final MediaLooks looks;
    private final InstantSource clock;
    private final SubmissionConfig config;
    private final LookAhead ahead;

    SubmissionCheck(
            Platforms platforms,
            Accounts accounts,
            MediaLooks looks,
            InstantSource clock,
            SubmissionConfig config,
            LookAhead ahead) {
        this.platforms = platforms;
        this.accounts = accounts;
        this.looks = looks;
        this.clock = clock;
        this.config = config;
        this.ahead = ahead;
    }

    Uni<Verdict> judge(Submission submission) {
        return judge(submission, clock.instant());
    }

    /**
     * The verdicts on submissions of one tenant, in their order; what they have in common is looked up once. Empty where
     * the scheduler is needed and away.
     */
    Uni<List<Optional<Verdict>>> judgeAll(List<Submission> submissions) {
        Instant now = clock.instant();
        String tenant = submissions.getFirst().tenant();
        return platforms.all().chain(known -> accounts.of(tenant).chain(connected -> looks.at(submissions)
                .map(found -> submissions.stream()
                        .map(submission ->
                                rules(submission, found.surroundings(submission, now, known, connected, config)))
                        .toList())
                .chain(verdicts -> foretold(tenant, verdicts, known))));
    }

    private Uni<List<Optional<Verdict>>> foretold(
            String tenant, List<Verdict> verdicts, List<PlatformDescriptor> known) {
        List<Verdict.Sound> sounds = verdicts.stream()
                .filter(Verdict.Sound.class::isInstance)
                .map(Verdict.Sound.class::cast)
                .toList();
        return ahead.look(tenant, sounds, known).map(foretold -> {
            Iterator<LookAhead.Foretold> next = foretold.iterator();
            return verdicts.stream()
                    .map(verdict ->
                            verdict instanceof Verdict.Sound ? next.next().ifKnown() : Optional.of(verdict))
                    .toList();
        });
    }

    /** The same as if it were {@code now}. */
    Uni<Verdict> judge(Submission submission, Instant now) {
        return surroundings(submission, now).chain(around -> judge(submission, around));
    }

    /** The same of a submission that keeps the times it was given before, whatever they are: nothing is foretold. */
    Uni<Verdict> judgeAsPlanned(Submission submission, Instant now) {
        return surroundings(submission, now).map(around -> rules(submission, around));
    }

    /** The verdict, with what it was judged by, and with forecasts wherever the scheduler can say. */
    Uni<Examined> examine(Submission submission) {
        return surroundings(submission, clock.instant())
                .chain(around -> foretold(submission, around).map(verdict -> new Examined(around, verdict)));
    }

    private Uni<Verdict> foretold(Submission submission, Surroundings around) {
        return switch (rules(submission, around)) {
            case Verdict.Sound sound -> ahead.look(submission.tenant(), sound);
            case Verdict.Faulty faulty -> Uni.createFrom().item(faulty);
        };
    }

    private Uni<Verdict> judge(Submission submission, Surroundings around) {
        return switch (rules(submission, around)) {
            case Verdict.Sound sound -> ahead.look(submission.tenant(), sound, around.platforms());
            case Verdict.Faulty faulty -> Uni.createFrom().item(faulty);
        };
    }

    private static Verdict rules(Submission submission, Surroundings around) {
        Verdict verdict = SubmissionRules.judge(submission.clip(), around);
        return submission.sandboxOnly() ? SandboxRule.apply(verdict) : verdict;
    }

    // One after the other: a Vert.x context has one session at a time.
    private Uni<Surroundings> surroundings(Submission submission, Instant now) {
        return platforms.all().chain(known -> accounts.of(submission.tenant())
                .chain(connected -> surroundings(submission, now, known, connected)));
    }

    private Uni<Surroundings> surroundings(
            Submission submission, Instant now, List<PlatformDescriptor> known, List<Account> connected) {
        return looks.at(List.of(submission))
                .map(found -> found.surroundings(submission, now, known, connected, config));
    }
}
