package io.cliprelay.system.deploy;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code deploy/Dockerfile} builds with a Java that can, and copies what there is. */
class DockerfileTest {

    private static final List<String> LINES =
            ProjectFolder.read("deploy/Dockerfile").lines().toList();
    private static final Pattern BASE = Pattern.compile("FROM eclipse-temurin:([0-9]+)-(jdk|jre)(?: AS build)?");

    static Stream<String> serviceModules() {
        return ServiceModule.all().map(ServiceModule::name);
    }

    @Test
    void isBuiltByAJdkAndRunOnAJreThatReadOurClassFiles() {
        int release = Integer.parseInt(Pom.root().property("maven.compiler.release"));
        List<String> bases =
                LINES.stream().filter(line -> line.startsWith("FROM")).toList();

        assertThat(bases).hasSize(2).allSatisfy(base -> {
            assertThat(base).matches(BASE);
            assertThat(javaVersion(base)).isGreaterThanOrEqualTo(Math.max(21, release));
        });
        assertThat(bases.get(0)).contains("-jdk");
        assertThat(javaVersion(bases.get(0))).isEqualTo(javaVersion(bases.get(1)));
    }

    /** Quarkus fast-jar: what changes least, the libraries, is copied first. */
    @ParameterizedTest
    @MethodSource("serviceModules")
    void copiesEachPartOfThePackagedServiceAsALayer(String module) {
        List<String> sources = copied("COPY --from=build ")
                .map(source -> source.replace("/build/${SERVICE}/", module + "/"))
                .toList();

        assertThat(sources)
                .extracting(source -> source.substring(source.indexOf("quarkus-app/") + "quarkus-app/".length()))
                .containsExactly("lib/", "quarkus-run.jar", "quarkus/", "app/");
        assertThat(sources).allSatisfy(source -> assertThat(ProjectFolder.resolve(source))
                .as("package %s before this test runs".formatted(module))
                .exists());
    }

    @Test
    void copiesFromTheProjectOnlyWhatIsThereAndNotIgnored() {
        List<String> sources =
                Stream.concat(copied("COPY --chmod=0755 "), copied("COPY . ")).toList();

        assertThat(sources).contains("deploy/healthy").allSatisfy(source -> {
            assertThat(ProjectFolder.resolve(source)).exists();
            assertThat(ignored()).noneMatch(source::startsWith);
        });
        assertThat(Files.isExecutable(ProjectFolder.resolve("mvnw"))).isTrue();
    }

    @Test
    void whatTheBuildNeedsIsNotIgnored() {
        List<String> needed = Stream.concat(Pom.modules().stream(), Stream.of("mvnw", ".mvn", "pom.xml", "deploy"))
                .toList();

        assertThat(ignored()).doesNotContainAnyElementsOf(needed).contains("**/target", ".git");
    }

    @Test
    void buildsTheWantedModuleWithWhatItStandsOn() {
        assertThat(String.join("\n", LINES)).contains("./mvnw", "-pl \"${SERVICE}\" -am -Dmaven.test.skip=true");
    }

    @Test
    void runsAsANumberedUserThatIsNotRootAndOwnsNothingOfTheProgram() {
        assertThat(LINES).contains("USER 10001:10001").noneMatch(line -> line.contains("--chown"));
    }

    @Test
    void theProcessItselfGetsTheSignalToStop() {
        assertThat(LINES).contains("ENTRYPOINT [\"java\", \"-jar\", \"quarkus-run.jar\"]");
    }

    private static Stream<String> copied(String instruction) {
        return LINES.stream()
                .filter(line -> line.startsWith(instruction))
                .map(line -> instruction.endsWith(". ") ? "." : line.substring(instruction.length()))
                .map(arguments -> arguments.split(" ")[0]);
    }

    private static List<String> ignored() {
        return Arrays.stream(ProjectFolder.read(".dockerignore").split("\n"))
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static int javaVersion(String base) {
        return BASE.matcher(base)
                .results()
                .map(match -> Integer.parseInt(match.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
