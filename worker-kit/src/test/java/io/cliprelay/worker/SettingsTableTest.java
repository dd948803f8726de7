package io.cliprelay.worker;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.smallrye.config.ConfigMapping;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README's table of settings names just those that there are. */
class SettingsTableTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** Those that other parts than the kit's mappings have. */
    private static final Set<String> ELSEWHERE = Set.of("CLIPRELAY_PLATFORM");

    @Test
    void theTableNamesEverySettingOfTheKit() throws IOException {
        Set<String> named = named();
        named.removeAll(ELSEWHERE);

        assertThat(named).containsExactlyInAnyOrderElementsOf(mapped());
    }

    /** As environment variables, which the table has, too. */
    private static Set<String> named() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `cliprelay.") || line.startsWith("| `CLIPRELAY_"))
                .map(line -> line.split(" \\| ")[0])
                .flatMap(SettingsTableTest::names)
                .map(SettingsTableTest::variable)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first in full; what begins with a dot stands for its last part. */
    private static Stream<String> names(String cell) {
        List<String> parts =
                NAME.matcher(cell).results().map(name -> name.group(1)).toList();
        String first = parts.getFirst();
        String parent = first.substring(0, Math.max(0, first.lastIndexOf('.')));
        return parts.stream().map(part -> part.startsWith(".") ? parent + part : part);
    }

    private static Set<String> mapped() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(SettingsTableTest::type)
                    .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                    .flatMap(type ->
                            settings(type.getAnnotation(ConfigMapping.class).prefix(), type))
                    .map(SettingsTableTest::variable)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Class<?> type(Path file) {
        String path = SOURCES.relativize(file).toString();
        String name = path.substring(0, path.length() - ".java".length())
                .replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name, false, SettingsTableTest.class.getClassLoader());
        } catch (ClassNotFoundException nothingButComments) {
            return Object.class;
        }
    }

    private static Stream<String> settings(String prefix, Class<?> mapping) {
        return Arrays.stream(mapping.getMethods())
                .filter(method -> !method.isDefault())
                .flatMap(setting -> names(prefix, setting));
    }

    private static Stream<String> names(String prefix, Method setting) {
        String name = prefix + "." + kebab(setting.getName());
        Class<?> type = setting.getReturnType();
        if (type.getEnclosingClass() != null && type.isInterface()) {
            return settings(name, type);
        }
        return Stream.of(type == Map.class ? name + ".\"NAME\"" : name);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
