package io.cliprelay.cli.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.cliprelay.localstack.LocalStackOptions;
import io.cliprelay.localstack.OrphanedPostmaster;

/** Ends processes: asks, waits, and ends by force what does not listen. Services first, then what they stand on. */
record Shutdown(StackHome home) {

    private static final Duration GRACE = Duration.ofSeconds(15);

    void stop(List<ProcessNote> processes) {
        end(processes.stream().filter(note -> !isLocalStack(note)).toList());
        end(processes.stream().filter(Shutdown::isLocalStack).toList());
        if (processes.stream().anyMatch(Shutdown::isLocalStack)) {
            stopOrphanedDatabase();
        }
    }

    /** The database server that a killed local stack leaves behind. */
    void stopOrphanedDatabase() {
        OrphanedPostmaster.in(LocalStackOptions.databaseFolder(home.localStackData()))
                .ifPresent(OrphanedPostmaster::stop);
    }

    private static void end(List<ProcessNote> processes) {
        List<ProcessHandle> running =
                processes.stream().flatMap(note -> note.running().stream()).toList();
        running.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(running.stream().map(Shutdown::ended).toArray(CompletableFuture[]::new))
                .join();
    }

    private static CompletableFuture<ProcessHandle> ended(ProcessHandle process) {
        return process.onExit()
                .orTimeout(GRACE.toSeconds(), TimeUnit.SECONDS)
                .exceptionallyCompose(tooSlow -> kill(process));
    }

    static CompletableFuture<ProcessHandle> kill(ProcessHandle process) {
        process.destroyForcibly();
        return process.onExit();
    }

    private static boolean isLocalStack(ProcessNote note) {
        return note.name().equals(StackPart.LOCAL_STACK);
    }
}
