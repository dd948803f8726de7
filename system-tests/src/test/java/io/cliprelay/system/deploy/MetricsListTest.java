package io.cliprelay.system.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/operations.md} lists no metric that is not made; those that are shown are compared with the running services. */
class MetricsListTest {

    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(cliprelay_[a-z_]+)` \\|");

    @Test
    void eachMetricThatIsListedIsMadeSomewhere() {
        String code = Pom.modules().stream()
                .map(module -> ProjectFolder.resolve(module + "/src/main/java"))
                .filter(Files::isDirectory)
                .map(MetricsListTest::sources)
                .collect(Collectors.joining());
        List<String> listed = LISTED.matcher(ProjectFolder.read("docs/operations.md"))
                .results()
                .map(metric -> metric.group(1))
                .toList();

        assertThat(listed).hasSizeGreaterThan(20).allSatisfy(metric -> assertThat(code)
                .contains('"' + dotted(metric) + '"'));
    }

    /** As the code has it: without the suffixes that its kind and unit add. */
    private static String dotted(String metric) {
        return metric.replaceFirst("(_seconds)?(_total)?$", "").replace('_', '.');
    }

    private static String sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProjectFolder::read)
                    .collect(Collectors.joining());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
