package io.cliprelay.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.stack.PartStatus;
import io.cliprelay.cli.stack.Stack;
import io.cliprelay.cli.stack.StackException;
import io.cliprelay.cli.terminal.LogTail;
import io.cliprelay.cli.terminal.Terminal;

/** Shows what a part of the stack has said. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the log of a part of the stack.")
final class LogsCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SERVICE",
            description = "As in ./cliprelay status; one half of the name is enough: gateway.")
    private String service;

    @Option(names = "-n", paramLabel = "LINES", description = "How many of the last lines (default: 100).")
    private int lines = 100;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is said from now on, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LogTail tail = new LogTail(log(ProjectStack.find()));
        Terminal terminal = Terminal.standard();
        tail.last(lines).forEach(terminal::line);
        if (follow) {
            tail.follow(terminal.out());
        }
        return ExitCode.OK;
    }

    private Path log(Stack running) {
        List<PartStatus> parts = running.status();
        PartStatus part = parts.stream()
                .filter(candidate -> isMeant(candidate.name()))
                .findFirst()
                .orElseThrow(() -> new StackException("No part is called %s; there are: %s"
                        .formatted(
                                service,
                                String.join(
                                        ", ",
                                        parts.stream().map(PartStatus::name).toList()))));
        Path log = Path.of(part.log());
        if (Files.notExists(log)) {
            throw new StackException("%s has not said anything yet: there is no %s".formatted(part.name(), log));
        }
        return log;
    }

    private boolean isMeant(String name) {
        return name.equals(service) || name.startsWith(service + "-") || name.endsWith("-" + service);
    }
}
