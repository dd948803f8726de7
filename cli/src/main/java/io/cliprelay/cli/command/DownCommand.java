package io.cliprelay.cli.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

import io.cliprelay.cli.terminal.Terminal;

/** Stops the stack. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = {
            "Stops what ./cliprelay up has started, also what a crash has left running. The data stay.",
            "Asks each process to end and ends it by force after 15 s. Harmless if nothing runs."
        })
final class DownCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        int stopped = ProjectStack.find().stop();
        Terminal.standard().line(stopped == 0 ? "Nothing ran." : "Stopped %d processes.".formatted(stopped));
        return ExitCode.OK;
    }
}
