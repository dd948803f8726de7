package io.cliprelay.gateway.submission;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.gateway.account.Account;
import io.cliprelay.gateway.account.Accounts;
import io.cliprelay.gateway.media.Finding;
import io.cliprelay.gateway.media.MediaInspector;
import io.cliprelay.gateway.media.MediaKind;
import io.cliprelay.gateway.platform.Platforms;
import io.cliprelay.gateway.submission.rule.SandboxRule;
import io.cliprelay.gateway.submission.rule.SubmissionRules;
import io.cliprelay.gateway.submission.rule.Surroundings;
import io.cliprelay.gateway.submission.rule.Verdict;

/** Gathers what a submission is judged by, and has it judged. */
@ApplicationScoped
class SubmissionCheck {

    private final Platforms platforms;
    private final Accounts accounts;
    private final MediaInspector inspector;
    private final InstantSource clock;
    private final SubmissionConfig config;
    private final LookAhead ahead;

    SubmissionCheck(
            Platforms platforms,
            Accounts accounts,
            MediaInspector inspector,
            InstantSource clock,
            SubmissionConfig config,
            LookAhead ahead) {
        this.platforms = platforms;
        this.accounts = accounts;
        this.inspector = inspector;
        this.clock = clock;
        this.config = config;
        this.ahead = ahead;
    }

    Uni<Verdict> judge(Submission submission) {
        return judge(submission, clock.instant());
    }

    /** The same as if it were {@code now}. */
    Uni<Verdict> judge(Submission submission, Instant now) {
        return surroundings(submission, now).chain(around -> judge(submission, around));
    }

    /** The same of a submission that keeps the times it was given before, whatever they are: nothing is foretold. */
    Uni<Verdict> judgeAsPlanned(Submission submission, Instant now) {
        return surroundings(submission, now).map(around -> rules(submission, around));
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
        return look(submission.clip().media(), MediaKind.VIDEO)
                .chain(media -> look(submission.clip().thumbnail(), MediaKind.THUMBNAIL)
                        .map(thumbnail -> new Surroundings(
                                now,
                                known,
                                connected,
                                media,
                                thumbnail,
                                config.staggerGap(),
                                submission.key().hashCode())));
    }

    private Uni<Optional<Finding>> look(Optional<URI> at, MediaKind kind) {
        return at.map(uri -> inspector.inspect(uri, kind).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
