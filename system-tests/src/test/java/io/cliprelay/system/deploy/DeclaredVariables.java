package io.cliprelay.system.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * The environment variables that a service reads: those its property files refer to, and those that stand for one of
 * its properties by the rules of MicroProfile Config (upper case, all else an underscore).
 */
final class DeclaredVariables {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");
    private static final String CONFIG_MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String WITH_NAME = "io.smallrye.config.WithName";

    private DeclaredVariables() {}

    static Set<String> of(ServiceModule module) {
        return Stream.of(
                        referredTo(module),
                        properties(module),
                        mapped(module),
                        Stream.of("QUARKUS_PROFILE", "QUARKUS_CONFIG_LOCATIONS"))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> referredTo(ServiceModule module) {
        return REFERENCE.matcher(module.propertyText()).results().map(match -> match.group(1));
    }

    private static Stream<String> properties(ServiceModule module) {
        return module.propertyText()
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')).trim())
                .map(name -> name.replaceFirst("^%[^.]*\\.", ""))
                .map(DeclaredVariables::variable);
    }

    private static Stream<String> mapped(ServiceModule module) {
        List<Path> classes = module.modules()
                .map(name -> ProjectFolder.resolve(name + "/target/classes"))
                .toList();
        classes.forEach(folder -> {
            if (!Files.isDirectory(folder)) {
                throw new AssertionError("there is no " + folder + ": compile that module first");
            }
        });
        return new ClassFileImporter()
                .importPaths(classes).stream()
                        .filter(type -> type.isAnnotatedWith(CONFIG_MAPPING))
                        .flatMap(type -> properties(prefix(type), type));
    }

    private static String prefix(JavaClass mapping) {
        return mapping.getAnnotationOfType(CONFIG_MAPPING)
                .get("prefix")
                .orElseThrow()
                .toString();
    }

    private static Stream<String> properties(String prefix, JavaClass mapping) {
        return mapping.getMethods().stream().flatMap(method -> {
            String property = prefix + "." + name(method);
            JavaClass type = method.getRawReturnType();
            return type.getPackageName().startsWith("io.cliprelay") && type.isInterface()
                    ? properties(property, type)
                    : Stream.of(variable(property));
        });
    }

    private static String name(JavaMethod method) {
        return method.tryGetAnnotationOfType(WITH_NAME)
                .map(annotation -> annotation.get("value").orElseThrow().toString())
                .orElseGet(() -> method.getName()
                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT));
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
