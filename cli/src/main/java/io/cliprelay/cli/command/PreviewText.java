package io.cliprelay.cli.command;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.cliprelay.cli.api.PreviewView;

/** What would become of a clip, as people read it. */
final class PreviewText {

    private PreviewText() {}

    static List<String> of(PreviewView preview) {
        return Stream.of(
                        preview.targets().stream().flatMap(PreviewText::target),
                        preview.findings().stream().flatMap(PreviewText::finding),
                        Stream.of(
                                preview.acceptable()
                                        ? "It would be taken; nothing was handed in."
                                        : "It would be refused; nothing was handed in."))
                .flatMap(lines -> lines)
                .toList();
    }

    private static Stream<String> target(PreviewView.TargetView target) {
        Stream<String> texts = target.texts().entrySet().stream()
                .filter(text -> !text.getValue().isEmpty())
                .map(text -> "  %s: %s".formatted(text.getKey(), text.getValue().replace("\n", "\n    ")));
        return Stream.concat(
                Stream.of(target.name()
                        + target.dueAt()
                                .map(Instant::toString)
                                .map(due -> " at " + due)
                                .orElse("")),
                texts);
    }

    private static Stream<String> finding(PreviewView.Finding finding) {
        return Stream.of(
                "%s %s: %s".formatted(finding.severity(), finding.pointer(), finding.detail()), "  " + finding.fix());
    }
}
