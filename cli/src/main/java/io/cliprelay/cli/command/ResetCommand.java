package io.cliprelay.cli.command;

import java.io.IOException;
import java.util.Scanner;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import io.cliprelay.cli.stack.Stack;
import io.cliprelay.cli.terminal.Terminal;

/** Forgets everything. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Stops the stack and deletes its data: clips, schedules, statistics, the sandbox's posts.")
final class ResetCommand implements Callable<Integer> {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        Stack here = ProjectStack.find();
        Terminal terminal = Terminal.standard();
        if (!yes && !isConfirmed(here, terminal)) {
            terminal.line("Nothing was deleted.");
            return ExitCode.FAILED;
        }
        here.reset();
        terminal.line("Stopped, and deleted " + here.options().home().data());
        return ExitCode.OK;
    }

    private static boolean isConfirmed(Stack stack, Terminal terminal) {
        terminal.out()
                .printf(
                        "Stop the stack and delete %s? [y/N] ",
                        stack.options().home().data());
        terminal.out().flush();
        Scanner answer = new Scanner(System.in);
        return answer.hasNextLine() && answer.nextLine().strip().equalsIgnoreCase("y");
    }
}
