package io.cliprelay.cli.api;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.problem.Problem;

/** A problem as people read it: what happened, each field that is wrong, and what to send instead. */
public final class ProblemText {

    private ProblemText() {}

    /** Several lines, without a line break at the end. */
    public static String of(Problem problem) {
        return Stream.of(
                        Stream.of("%s (HTTP %d, %s)".formatted(problem.title(), problem.status(), problem.code())),
                        Stream.of(problem.detail()).filter(detail -> !detail.isBlank()),
                        problem.errors().stream().map(ProblemText::of),
                        problem.traceId().stream().map("Trace %s"::formatted))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String of(FieldError error) {
        return "  %s: %s%n    %s".formatted(error.pointer(), error.detail(), error.fix());
    }
}
