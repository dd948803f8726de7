package io.cliprelay.worker.postcard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that tells how to add a platform names just what the toy platform consists of. */
class AddingAPlatformTest {

    private static final Path PAGE = Path.of("..", "docs", "adding-a-platform.md");
    private static final Path SOURCES = Path.of("src", "test", "java", "io", "cliprelay", "worker", "postcard");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);
    private static final Set<String> NOT_THE_PLATFORM =
            Set.of("AddingAPlatformTest.java", "BlindUploader.java", "package-info.java");

    @Test
    void theTableNamesEveryFileThatTheToyPlatformTook() throws IOException {
        assertThat(named()).containsExactlyInAnyOrderElementsOf(taken());
    }

    private static List<String> named() throws IOException {
        Matcher rows = ROW.matcher(Files.readString(PAGE));
        return rows.results().map(row -> row.group(1)).toList();
    }

    private static Set<String> taken() {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            Stream<String> classes =
                    sources.map(file -> file.getFileName().toString()).filter(name -> !NOT_THE_PLATFORM.contains(name));
            return Stream.concat(classes, Stream.of("application.properties")).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
