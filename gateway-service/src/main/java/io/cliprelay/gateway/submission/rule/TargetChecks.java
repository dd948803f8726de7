package io.cliprelay.gateway.submission.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
        String name = platform.displayName();
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(TextChecks.text(
                Pointed.effective(target.title(), index, "title", clip.title()), "title", platform.title(), name));
        errors.addAll(TextChecks.text(
                Pointed.effective(target.description(), index, "description", clip.description()),
                "description",
                platform.description(),
                name));
        errors.addAll(TextChecks.tags(
                Pointed.effective(target.tags(), index, "tags", Optional.of(clip.tags())), platform.tags(), name));
        Optional<Privacy> ofClip = clip.privacy().or(() -> Optional.of(Privacy.PRIVATE));
        privacy(Pointed.effective(target.privacy(), index, "privacy", ofClip), platform)
                .ifPresent(errors::add);
        errors.addAll(options(target, index, platform));
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

    private static List<FieldError> options(Target target, int index, PlatformDescriptor platform) {
        return new TreeSet<>(target.options().keySet())
                .stream()
                        .filter(option -> !platform.options().containsKey(option))
                        .map(option -> unknownOption(index, option, platform))
                        .toList();
    }

    private static FieldError unknownOption(int index, String option, PlatformDescriptor platform) {
        String pointer =
                "/targets/" + index + "/options/" + option.replace("~", "~0").replace("/", "~1");
        return new FieldError(
                pointer,
                "option.unknown",
                "%s has no option \"%s\".".formatted(platform.displayName(), option),
                platform.options().isEmpty()
                        ? "Remove it."
                        : "Use one of: "
                                + String.join(
                                        ", ", new TreeSet<>(platform.options().keySet())) + ".");
    }

    private static String word(Privacy privacy) {
        return switch (privacy) {
            case PUBLIC -> "public";
            case UNLISTED -> "unlisted";
            case PRIVATE -> "private";
        };
    }
}
