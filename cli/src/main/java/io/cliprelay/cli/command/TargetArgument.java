package io.cliprelay.cli.command;

import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import io.cliprelay.contracts.clip.ClipSubmission.Target;

/** Reads one {@code --to}: a platform, or a platform and one of its accounts. */
final class TargetArgument implements ITypeConverter<Target> {

    @Override
    public Target convert(String value) {
        String[] parts = value.split(":", 2);
        if (parts[0].isBlank() || parts.length == 2 && parts[1].isBlank()) {
            throw new TypeConversionException("'" + value + "' is no target; give PLATFORM or PLATFORM:ACCOUNT");
        }
        return target(parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
    }

    /** A target with nothing different from the clip. */
    static Target target(String platform, Optional<String> account) {
        return new Target(
                Optional.of(platform),
                account,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
