package io.cliprelay.cli.command;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import io.cliprelay.cli.stack.Health;
import io.cliprelay.cli.stack.PartStatus;
import io.cliprelay.cli.terminal.Table;
import io.cliprelay.cli.terminal.Terminal;
import io.cliprelay.contracts.EventJson;

/** Shows how each part of the stack is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows each process, its port and its health.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all healthy", "1:some part is not healthy", "3:nothing runs"})
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        List<PartStatus> parts = ProjectStack.find().status();
        Terminal terminal = Terminal.standard();
        (json ? List.of(EventJson.encode(parts)) : table(parts)).forEach(terminal::line);
        return exitCode(parts);
    }

    static int exitCode(List<PartStatus> parts) {
        if (parts.stream().allMatch(part -> part.health() == Health.STOPPED)) {
            return ExitCode.NOT_RUNNING;
        }
        return parts.stream().allMatch(part -> part.health() == Health.HEALTHY) ? ExitCode.OK : ExitCode.FAILED;
    }

    static List<String> table(List<PartStatus> parts) {
        Table table = new Table("PART", "PID", "PORT", "HEALTH", "LOG");
        parts.forEach(part -> table.row(
                part.name(),
                part.pid().map(String::valueOf).orElse(""),
                part.port(),
                part.health().shown(),
                part.log()));
        return table.lines();
    }
}
