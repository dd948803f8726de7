package io.cliprelay.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher in a project whose build is a script that lays the files down. */
class LauncherTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String BUILD = """
            #!/bin/sh
            echo "$@" >> builds
            [ ! -f broken ] || { echo "[ERROR] no such symbol"; exit 1; }
            mkdir -p cli/target/lib gateway-service/target/quarkus-app
            touch gateway-service/target/quarkus-app/quarkus-run.jar cli/target/cli-1.jar
            """;

    /** Instead of a JVM: tells with what it was called. */
    private static final String JAVA = """
            #!/bin/sh
            echo "called in $CLIPRELAY_PROJECT as: $*"
            """;

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void layOutProject() throws IOException {
        project = Files.createDirectories(folder.toRealPath().resolve("my project"));
        Files.createDirectories(project.resolve(".mvn"));
        Files.createDirectories(project.resolve("cli/src/main"));
        Files.createDirectories(project.resolve("gateway-service"));
        Files.createFile(project.resolve("gateway-service/pom.xml"));
        Files.copy(ROOT.resolve("cliprelay"), project.resolve("cliprelay"));
        executable(project.resolve("mvnw"), BUILD);
        Path jdk = Files.createDirectories(folder.toRealPath().resolve("jdk/bin"));
        executable(jdk.resolve("java"), JAVA);
        Files.writeString(project.resolve(".mvn/find-jdk.sh"), "JAVA_HOME='" + jdk.getParent() + "'\n");
    }

    @Test
    void theFirstCallBuildsAndSaysSoAndLaterOnesDoNot() throws Exception {
        assertThat(run(project.resolve("cliprelay"), "up")).contains("Building Cliprelay.");
        assertThat(run(project.resolve("cliprelay"), "up", "--json"))
                .doesNotContain("uilding")
                .contains("called in " + project)
                .contains("io.cliprelay.cli.command.Cliprelay up --json");
        assertThat(builds()).singleElement().asString().contains("-Dmaven.test.skip=true", "gateway-service,cli");
    }

    @Test
    void aSourceThatHasChangedSinceIsBuiltAgain() throws Exception {
        run(project.resolve("cliprelay"), "up");
        Path source = Files.createFile(project.resolve("cli/src/main/Foo.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run(project.resolve("cliprelay"), "up")).contains("changed since the last build");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void whatStartsNothingBuildsTheCommandAloneAndOnlyIfItIsNotThere() throws Exception {
        assertThat(run(project.resolve("cliprelay"), "down")).contains("Building the command", "Cliprelay down");
        assertThat(run(project.resolve("cliprelay"), "down")).doesNotContain("uilding");
        assertThat(builds()).singleElement().asString().contains("-pl cli ");
    }

    @Test
    void worksThroughASymbolicLinkFromAnotherFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("relay"), project.resolve("cliprelay"));
        assertThat(run(link, "clips")).contains("called in " + project);
    }

    @Test
    void aBuildThatFailsShowsItsErrorsAndStartsNothing() throws Exception {
        Files.createFile(project.resolve("broken"));
        assertThat(run(project.resolve("cliprelay"), "up"))
                .contains("[ERROR] no such symbol", "The build failed")
                .doesNotContain("called in");
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(project.resolve("builds"));
    }

    private String run(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("CLIPRELAY_BUILD");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
