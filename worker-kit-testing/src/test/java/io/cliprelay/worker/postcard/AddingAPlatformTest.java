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

/** The page that tells how to add a platform names just what a platform consists of, and where it has its place. */
class AddingAPlatformTest {

    private static final Path PAGE = Path.of("..", "docs", "adding-a-platform.md");
    private static final Path SOURCES = Path.of("src", "test", "java", "io", "cliprelay", "worker", "postcard");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);
    private static final int OF_THE_MODULE = 1;
    private static final int OF_THE_REST = 2;
    private static final Set<String> NOT_THE_PLATFORM =
            Set.of("AddingAPlatformTest.java", "BlindUploader.java", "PlacesOfPlatforms.java", "package-info.java");

    @Test
    void theTableNamesEveryFileThatTheToyPlatformTook() throws IOException {
        assertThat(named(OF_THE_MODULE)).containsExactlyInAnyOrderElementsOf(taken());
    }

    @Test
    void theTableNamesEveryOtherFileThatAllPlatformsHaveTheirPlaceIn() throws IOException {
        Path root = Path.of("..").toRealPath();

        assertThat(named(OF_THE_REST)).containsExactlyInAnyOrderElementsOf(PlacesOfPlatforms.in(root));
    }

    private static List<String> named(int table) throws IOException {
        String[] parts = Files.readString(PAGE).split("\n\\|---\\|---\\|\n");
        Matcher rows = ROW.matcher(parts[table]);
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
