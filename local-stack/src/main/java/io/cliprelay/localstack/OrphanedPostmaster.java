package io.cliprelay.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server that outlived the process that had started it. Found by the first line of {@code postmaster.pid} in its data
 * folder (PostgreSQL documentation, "Starting the Database Server"), and believed only if that process really is a {@code postgres}.
 */
public record OrphanedPostmaster(ProcessHandle process) {

    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(10);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    /** The server that runs on the data of {@code folder}, an {@link EmbeddedDatabase}'s folder, if there is one. */
    public static Optional<OrphanedPostmaster> in(Path folder) {
        return pidIn(EmbeddedDatabase.clusterFolder(folder).resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(OrphanedPostmaster::isPostgres)
                .map(OrphanedPostmaster::new);
    }

    /** Ends it, sessions and all, as {@code pg_ctl stop -m fast} does; by force if that takes too long. */
    public void stop() {
        signalFastShutdown();
        if (!hasEndedWithin(FAST_SHUTDOWN)) {
            process.destroyForcibly();
            hasEndedWithin(AFTER_KILL);
        }
    }

    private void signalFastShutdown() {
        try {
            // SIGINT; ProcessHandle.destroy would send SIGTERM, which waits for clients to leave.
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasEndedWithin(Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static Optional<Long> pidIn(Path file) {
        try {
            return Files.readAllLines(file).stream().findFirst().map(line -> Long.parseLong(line.strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(Path::of).map(Path::getFileName).stream()
                .anyMatch(name -> name.toString().startsWith("postgres"));
    }
}
