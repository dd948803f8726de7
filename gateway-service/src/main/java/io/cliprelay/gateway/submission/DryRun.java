package io.cliprelay.gateway.submission;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.account.AccountHealths;
import io.cliprelay.gateway.platform.PlatformHealths;
import io.cliprelay.gateway.submission.preview.Outlook;
import io.cliprelay.gateway.submission.preview.Preview;
import io.cliprelay.gateway.submission.preview.Previews;
import io.cliprelay.gateway.submission.rule.Verdict;

/** Says what would become of a submission, by all that is known without its video's content. Stores nothing. */
@ApplicationScoped
class DryRun {

    private final SubmissionCheck check;
    private final AccountHealths accounts;
    private final PlatformHealths platforms;

    DryRun(SubmissionCheck check, AccountHealths accounts, PlatformHealths platforms) {
        this.check = check;
        this.accounts = accounts;
        this.platforms = platforms;
    }

    Uni<Preview> of(Submission submission) {
        return check.examine(submission).chain(examined -> outlook(submission.tenant())
                .map(outlook -> new Previews(submission.clip(), examined.around(), outlook)
                        .of(sized(submission, examined.verdict()))));
    }

    private Uni<Outlook> outlook(String tenant) {
        return accounts.of(tenant).chain(health -> platforms.held().map(held -> new Outlook(health, held)));
    }

    /** Faulty, too, where no event could tell of it. */
    private static Verdict sized(Submission submission, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faulty faulty -> faulty;
            case Verdict.Sound sound ->
                Plan.of(submission, sound)
                        .tooLarge()
                        .<Verdict>map((FieldError error) -> new Verdict.Faulty(List.of(error)))
                        .orElse(sound);
        };
    }
}
