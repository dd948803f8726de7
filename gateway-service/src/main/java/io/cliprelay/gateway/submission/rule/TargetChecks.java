package io.cliprelay.gateway.submission.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Target;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.account.Account;

/** Checks one target of a clip; plain functions. */
final class TargetChecks {

    private TargetChecks() {}

    /** What holds for a target whose platform is known. */
    static List<FieldError> content(ClipSubmission clip, int index, PlatformDescriptor platform, Surroundings around) {
        Target target = clip.targets().get(index);
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(TextChecks.composed(clip, index, platform));
        Optional<Privacy> otherwise = Optional.of(TargetResolution.privacy(clip, platform));
        privacy(Pointed.effective(target.privacy(), index, "privacy", otherwise), platform)
                .ifPresent(errors::add);
        errors.addAll(OptionChecks.options(target, index, platform));
        errors.addAll(MediaChecks.video(around, platform));
        return errors;
    }

    static FieldError unknownPlatform(Pointed<String> platform, List<PlatformDescriptor> known) {
        String ids = known.stream().map(PlatformDescriptor::platform).collect(Collectors.joining(", "));
        return platform.error(
                platform.value().isPresent() ? "platform.unknown" : "platform.missing",
                platform.value()
                        .map(id -> "There is no platform \"%s\".".formatted(id))
                        .orElse("The target does not say which platform."),
                known.isEmpty() ? "No platform's worker has started yet; start one." : "Use one of: " + ids + ".");
    }

    /** What is wrong with the choice of an account. */
    static FieldError noAccount(Pointed<String> account, String platform, List<Account> there) {
        String names = there.stream().map(Account::name).collect(Collectors.joining(", "));
        if (there.isEmpty()) {
            return account.error(
                    "account.none",
                    "You have no account connected on %s.".formatted(platform),
                    "Connect one at the platform's worker.");
        }
        return account.value()
                .map(called -> account.error(
                        "account.unknown",
                        "You have no account \"%s\" on %s.".formatted(called, platform),
                        "Use one of: " + names + "."))
                .orElseGet(() -> account.error(
                        "account.ambiguous",
                        "You have more than one account on %s.".formatted(platform),
                        "Say which: " + names + "."));
    }

    private static Optional<FieldError> privacy(Pointed<Privacy> privacy, PlatformDescriptor platform) {
        return privacy.value()
                .filter(wanted -> !platform.privacy().contains(wanted))
                .map(wanted -> privacy.error(
                        "privacy.not-offered",
                        "%s has no privacy \"%s\".".formatted(platform.displayName(), word(wanted)),
                        "Use one of: "
                                + platform.privacy().stream()
                                        .map(TargetChecks::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static String word(Privacy privacy) {
        return switch (privacy) {
            case PUBLIC -> "public";
            case UNLISTED -> "unlisted";
            case PRIVATE -> "private";
        };
    }
}
