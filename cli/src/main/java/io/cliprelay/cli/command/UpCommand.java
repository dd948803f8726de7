package io.cliprelay.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

import io.cliprelay.cli.stack.Stack;
import io.cliprelay.cli.terminal.Terminal;

/** Starts the stack. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts Kafka, PostgreSQL, the platform sandbox and the services, and waits until all are healthy.",
            "They go on running after this command and its terminal are gone; ./cliprelay down stops them. "
                    + "If some of them have ended, those are started again."
        },
        footer = {
            "",
            "Ports: gateway 8080, scheduler 8081, analytics 8082, workers from 8083, sandbox 8090, Kafka 9092, PostgreSQL 5432; "
                    + "the next free one where something else listens.",
            "Clips are read from the project folder, your home folder and the folder this command is called in; "
                    + "CLIPRELAY_MEDIA_ROOTS=folder,folder names others instead.",
            "A worker uses the sandbox, or the real platform if config/<worker>.properties has credentials."
        })
final class UpCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Terminal terminal = Terminal.standard();
        return up(ProjectStack.find(), terminal);
    }

    /** Starts it and says where it is. */
    static int up(Stack stack, Terminal terminal) {
        Instant begin = Instant.now();
        switch (stack.start(new StartDisplay(terminal))) {
            case STARTED ->
                terminal.line("All healthy after %.1f s."
                        .formatted(Duration.between(begin, Instant.now()).toMillis() / 1000.0));
            case ALREADY_RUNNING -> terminal.line("It runs already.");
        }
        StackUrls.of(stack).lines().forEach(terminal::line);
        return ExitCode.OK;
    }
}
