package io.cliprelay.localstack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LocalStackMainTest {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Process running;

    @AfterEach
    void endProcess() {
        running.destroyForcibly();
        OrphanedPostmaster.in(LocalStackOptions.databaseFolder(folder)).ifPresent(OrphanedPostmaster::stop);
    }

    @Test
    void stopsCleanlyOnSigterm() throws Exception {
        ReadyFile ready = startAndAwait();
        assertThat(ready.pid()).isEqualTo(running.pid());
        assertThat(FreePorts.isFree(ready.databasePort())).isFalse();
        running.destroy();
        assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve(LocalStackMain.READY_FILE)).doesNotExist();
        assertThat(orphan()).isEmpty();
    }

    @Test
    void comesUpAgainAfterAKillThatLeftTheDatabaseServerBehind() throws Exception {
        startAndAwait();
        running.destroyForcibly().waitFor();
        assertThat(orphan()).isPresent();
        ProcessHandle left = orphan().orElseThrow().process();
        startAndAwait();
        assertThat(left.isAlive()).isFalse();
        assertThat(orphan()).isPresent();
    }

    private Optional<OrphanedPostmaster> orphan() {
        return OrphanedPostmaster.in(LocalStackOptions.databaseFolder(folder));
    }

    private ReadyFile startAndAwait() throws IOException {
        Path readyFile = folder.resolve(LocalStackMain.READY_FILE);
        Files.deleteIfExists(readyFile);
        running = start();
        await().atMost(START_LIMIT).until(() -> ReadyFile.read(readyFile).isPresent() || !running.isAlive());
        return ReadyFile.read(readyFile).orElseThrow(() -> new AssertionError("ended: see " + logFile()));
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                LocalStackMain.class.getName(),
                folder.toString());
        builder.environment().put("CLIPRELAY_DATABASES", "gateway,scheduler");
        return builder.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(logFile().toFile()))
                .start();
    }

    private Path logFile() {
        return folder.resolve("local-stack.log");
    }
}
