package io.cliprelay.gateway.submission;

import java.net.URI;
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

    SubmissionCheck(Platforms platforms, Accounts accounts, MediaInspector inspector, InstantSource clock) {
        this.platforms = platforms;
        this.accounts = accounts;
        this.inspector = inspector;
        this.clock = clock;
    }

    Uni<Verdict> judge(Submission submission) {
        return surroundings(submission)
                .map(around -> SubmissionRules.judge(submission.clip(), around))
                .map(verdict -> submission.sandboxOnly() ? SandboxRule.apply(verdict) : verdict);
    }

    // One after the other: a Vert.x context has one session at a time.
    private Uni<Surroundings> surroundings(Submission submission) {
        return platforms.all().chain(known -> accounts.of(submission.tenant())
                .chain(connected -> surroundings(submission, known, connected)));
    }

    private Uni<Surroundings> surroundings(
            Submission submission, List<PlatformDescriptor> known, List<Account> connected) {
        return look(submission.clip().media(), MediaKind.VIDEO)
                .chain(media -> look(submission.clip().thumbnail(), MediaKind.THUMBNAIL)
                        .map(thumbnail -> new Surroundings(clock.instant(), known, connected, media, thumbnail)));
    }

    private Uni<Optional<Finding>> look(Optional<URI> at, MediaKind kind) {
        return at.map(uri -> inspector.inspect(uri, kind).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
