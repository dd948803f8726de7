package io.cliprelay.gateway.submission.rule;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import io.cliprelay.contracts.clip.ClipSubmission.Target;
import io.cliprelay.contracts.platform.OptionFormat;
import io.cliprelay.contracts.platform.OptionRule;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.problem.FieldError;

/** Checks a target's options against those that its platform has; plain functions. */
final class OptionChecks {

    private OptionChecks() {}

    static List<FieldError> options(Target target, int index, PlatformDescriptor platform) {
        return new TreeSet<>(target.options().keySet())
                .stream()
                        .flatMap(name -> option(name, target.options().get(name), index, platform).stream())
                        .toList();
    }

    private static Optional<FieldError> option(String name, String value, int index, PlatformDescriptor platform) {
        String pointer =
                "/targets/" + index + "/options/" + name.replace("~", "~0").replace("/", "~1");
        Optional<OptionRule> rule = Optional.ofNullable(platform.options().get(name));
        if (rule.isEmpty()) {
            return Optional.of(unknown(pointer, name, platform));
        }
        return rule.filter(known -> !known.takes(value))
                .map(known -> new FieldError(
                        pointer,
                        "option.value-not-offered",
                        "The option \"%s\" does not take \"%s\".".formatted(name, value),
                        "Use " + offered(known) + "."));
    }

    private static String offered(OptionRule rule) {
        return rule.format()
                .map(OptionFormat::described)
                .orElseGet(() -> "one of: " + String.join(", ", rule.values()));
    }

    private static FieldError unknown(String pointer, String name, PlatformDescriptor platform) {
        return new FieldError(
                pointer,
                "option.unknown",
                "%s has no option \"%s\".".formatted(platform.displayName(), name),
                "Use one of: "
                        + String.join(", ", new TreeSet<>(platform.options().keySet())) + ".");
    }
}
